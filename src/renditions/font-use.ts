import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { charactersOf } from './characters.ts';
import { MathFaces, type MathUse } from './math-faces.ts';
import type { Rendition } from './slot.ts';

/** KaTeX's stylesheet, as imports name it. */
export const mathStyles = 'katex/dist/katex.min.css';

export const readMathStyles = (): string =>
  readFileSync(createRequire(import.meta.url).resolve(mathStyles), 'utf8');

/** What a part of a site uses of the faces that it is set in. */
export interface FontUse {
  /** All characters of it, once, markup and comments among them. */
  readonly characters: string;
  /** What its formulas use. */
  readonly math: MathUse;
}

let faces: MathFaces | undefined;

/** What texts and the renditions between them use. */
export function fontUseOf(texts: readonly string[], shown: readonly Rendition[]): FontUse {
  faces ??= new MathFaces(readMathStyles());
  const formulas = shown.flatMap((one) => (one.kind === 'formula' ? one.html : []));
  // What a formula shows is in faces of its own, but in titles and lists, where it is its text.
  const others = shown.map((one) => (one.kind === 'formula' ? one.text : one.html));
  return { characters: charactersOf([...texts, ...others]), math: faces.useOf(formulas) };
}
