import sharp from 'sharp';
import type { Card } from './card.ts';
import { type CardTypesetters, cardTypesetters } from './card-faces.ts';
import { cardColours, ColourNumbers } from './card-colours.ts';
import { cardSvg } from './card-svg.ts';
import { encodeIndexedPng } from './indexed-png.ts';
import { type Palette, readPalette } from './palette.ts';

/** A card as it is published. */
export interface DrawnCard {
  readonly png: Buffer;
  /** Characters that no face has; an empty box stands for each. */
  readonly missing: readonly string[];
}

/** Text without line breaks, controls and halves of surrogate pairs. */
const cleanText = (text: string): string =>
  text
    .toWellFormed()
    .normalize('NFC')
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim();

function coloursOf(palette: Palette): { colours: ReturnType<typeof cardColours>; numbers: ColourNumbers } {
  const colours = cardColours(palette);
  return { colours, numbers: new ColourNumbers(colours) };
}

/** Draws cards, always the same bytes for the same card. */
export class CardArtist {
  #typesetters: CardTypesetters | undefined;
  readonly #palettes: Record<Card['scheme'], Palette> = {
    light: readPalette('light'),
    dark: readPalette('dark'),
  };
  readonly #colours = { light: coloursOf(this.#palettes.light), dark: coloursOf(this.#palettes.dark) };

  async draw(card: Card): Promise<DrawnCard> {
    this.#typesetters ??= cardTypesetters();
    const { title, label } = this.#typesetters;
    const clean = {
      ...card,
      title: cleanText(card.title),
      site: cleanText(card.site),
      fact: cleanText(card.fact),
      left: cleanText(card.left),
      right: cleanText(card.right),
    };
    const labels = [
      clean.site.toUpperCase(),
      clean.fact,
      clean.left,
      clean.right,
      clean.isBrand ? clean.title : '',
    ];
    const missing = [
      await title.prepare(`${clean.title} …`),
      await label.prepare(`${labels.join('')} …`),
    ].flat();
    const svg = cardSvg(clean, this.#typesetters, this.#palettes[card.scheme]);
    const { data, info } = await sharp(Buffer.from(svg)).raw().toBuffer({ resolveWithObject: true });
    const { colours, numbers } = this.#colours[card.scheme];
    const { width, height } = info;
    const png = await encodeIndexedPng({ width, height, pixels: numbers.of(data), colours });
    return { png, missing: [...new Set(missing)] };
  }
}
