import { Buffer, type Font, shape } from 'harfbuzzjs';
import type { FontFace } from './font-faces.ts';
import type { Measure } from './set-line.ts';

/** An outline in its place, in em from the start of its text, on the baseline; y grows downwards. */
export interface Glyph {
  /** SVG path data in units of the face; y grows upwards. */
  readonly path: string;
  readonly x: number;
  readonly y: number;
  /** From units of the face to em. */
  readonly scale: number;
}

export interface ShapedText {
  readonly glyphs: readonly Glyph[];
  /** In em. */
  readonly width: number;
}

/** A small letter above or below the line, drawn from the letter that it is a small one of. */
interface Script {
  readonly y: number;
  readonly scale: number;
}
const subscript: Script = { y: 0.16, scale: 0.64 };
const superscript: Script = { y: -0.36, scale: 0.64 };

function scriptOf(character: string): Script | undefined {
  if (/[\u1D62-\u1D6A\u2080-\u209C\u2C7C]/u.test(character)) return subscript;
  if (/[²³¹\u02B0-\u02B8\u02E0-\u02E4\u1D2C-\u1D61\u2070-\u207F]/u.test(character)) return superscript;
  return undefined;
}

/** Drawn where no face has a character: an empty box. */
const missingGlyph = { path: 'M60 -60H540V740H60ZM110 -10V690H490V-10Z', width: 0.6 };

/** Faces in their order, and the font of each character asked for; none where no face has it. */
interface Choice {
  readonly faces: readonly FontFace[];
  readonly fonts: Map<string, Font | undefined>;
}

/** Consecutive characters that one font sets. */
interface Run {
  text: string;
  readonly font: Font | undefined;
  readonly script: Script | undefined;
}

/**
 * Sets texts in the first of several faces that has a character. {@link prepare} finds the fonts of a text;
 * after it, the text can be shaped and measured at once.
 */
export class Typesetter {
  readonly #narrow: Choice;
  readonly #wide: Choice;
  readonly #shaped = new Map<string, ShapedText>();

  /**
   * @param faces the preferred one first.
   * @param wideFaces the same for Chinese text: its quotation marks and dots are not those of Latin.
   */
  constructor(faces: readonly FontFace[], wideFaces: readonly FontFace[]) {
    this.#narrow = { faces, fonts: new Map() };
    this.#wide = { faces: wideFaces, fonts: new Map() };
  }

  /**
   * Finds the fonts for a text.
   *
   * @returns characters that no face has.
   */
  async prepare(text: string): Promise<string[]> {
    const missing = new Set<string>();
    for (const character of new Set(baseText(text))) {
      if (isInvisible(character)) continue;
      for (const { faces, fonts } of [this.#narrow, this.#wide]) {
        if (!fonts.has(character)) fonts.set(character, await findFont(character, faces));
        if (!fonts.get(character)) missing.add(character);
      }
    }
    return [...missing];
  }

  /** Width of a text in em. */
  readonly measure: Measure = (text, isWide) => this.shape(text, isWide).width;

  /** Outlines of a text that {@link prepare} has seen. */
  shape(text: string, isWide: boolean): ShapedText {
    const key = `${isWide ? 'wide' : 'narrow'} ${text}`;
    const known = this.#shaped.get(key);
    if (known) return known;
    const glyphs: Glyph[] = [];
    let x = 0;
    for (const run of runsOf(text, (isWide ? this.#wide : this.#narrow).fonts)) {
      const shaped = shapeRun(run);
      const { y, scale } = run.script ?? { y: 0, scale: 1 };
      for (const glyph of shaped.glyphs) {
        glyphs.push({
          path: glyph.path,
          x: x + glyph.x * scale,
          y: y + glyph.y * scale,
          scale: glyph.scale * scale,
        });
      }
      x += shaped.width * scale;
    }
    const shaped = { glyphs, width: x };
    this.#shaped.set(key, shaped);
    return shaped;
  }
}

async function findFont(character: string, faces: readonly FontFace[]): Promise<Font | undefined> {
  const codePoint = character.codePointAt(0) ?? 0;
  for (const face of faces) {
    const font = await face.fontFor(codePoint);
    if (font) return font;
  }
  return undefined;
}

function runsOf(text: string, fonts: Choice['fonts']): Run[] {
  const runs: Run[] = [];
  for (const character of text) {
    const script = scriptOf(character);
    for (const base of baseText(character)) {
      if (isInvisible(base)) continue;
      const last = runs.at(-1);
      const font = fonts.get(base);
      // An accent stands on the letter before it, in the same font where that has it.
      const isAccent = /^\p{M}/u.test(base) && last?.font?.glyph(base.codePointAt(0) ?? 0) !== undefined;
      if (last && (last.font === font || isAccent) && last.script === script) last.text += base;
      else runs.push({ text: base, font, script });
    }
  }
  return runs;
}

function shapeRun({ text, font }: Run): ShapedText {
  if (!font) return boxes([...text].length);
  const buffer = new Buffer();
  buffer.addText(text);
  buffer.guessSegmentProperties();
  shape(font, buffer);
  const em = font.face.upem;
  const infos = buffer.getGlyphInfos();
  let x = 0;
  const glyphs = buffer.getGlyphPositions().map(({ xAdvance, xOffset, yOffset }, place) => {
    const glyph = {
      path: font.glyphToPath(infos[place]?.codepoint ?? 0),
      x: (x + xOffset) / em,
      y: -yOffset / em,
      scale: 1 / em,
    };
    x += xAdvance;
    return glyph;
  });
  return { glyphs, width: x / em };
}

/** `W₀ᵀ` → `W0T`: small letters by those that they are drawn from. */
const baseText = (text: string): string[] =>
  [...text].flatMap((character) => [...(scriptOf(character) ? character.normalize('NFKD') : character)]);

/** Marks that say how to show the character before them, joiners, controls. */
const isInvisible = (character: string): boolean => /[\p{Cc}\p{Cf}\uFE00-\uFE0F]/u.test(character);

const boxes = (count: number): ShapedText => ({
  width: count * missingGlyph.width,
  glyphs: Array.from({ length: count }, (_, place) => ({
    path: missingGlyph.path,
    x: place * missingGlyph.width,
    y: 0,
    scale: 1 / 1000,
  })),
});
