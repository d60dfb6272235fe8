import sharp from 'sharp';
import type { Card } from './card.ts';
import { type CardTypesetters, cardTypesetters } from './card-faces.ts';
import { cardSvg } from './card-svg.ts';
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

/** Draws cards, always the same bytes for the same card. */
export class CardArtist {
  #typesetters: CardTypesetters | undefined;
  readonly #palettes: Record<Card['scheme'], Palette> = {
    light: readPalette('light'),
    dark: readPalette('dark'),
  };

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
    const png = await sharp(Buffer.from(svg))
      .png({ palette: true, colours: 16, dither: 0, compressionLevel: 9, effort: 1 })
      .toBuffer();
    return { png, missing: [...new Set(missing)] };
  }
}
