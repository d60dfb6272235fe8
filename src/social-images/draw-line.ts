import type { SetLine } from './set-line.ts';
import type { Typesetter } from './typesetter.ts';

/** A length as SVG has it. */
export const round = (value: number): string => String(Math.round(value * 100) / 100);

/** Outlines of a set line, from `x` on the baseline `y`. */
export function drawLine(line: SetLine, typesetter: Typesetter, x: number, y: number, size: number): string {
  return line.atoms
    .flatMap((atom) =>
      typesetter.shape(atom.text, atom.isWide).glyphs.map((glyph) => {
        const at = `${round(x + (atom.x + glyph.x) * size)} ${round(y + glyph.y * size)}`;
        const scale = String(glyph.scale * size);
        return (
          glyph.path && `<path transform="translate(${at}) scale(${scale} -${scale})" d="${glyph.path}"/>`
        );
      }),
    )
    .join('');
}

/** A line of letters with space between them. */
export function trackedLine(text: string, typesetter: Typesetter, space: number): SetLine {
  let x = 0;
  const atoms = [...text].map((letter) => {
    const atom = { text: letter, isWide: false, x };
    x += typesetter.measure(letter, false) + space;
    return atom;
  });
  return { atoms, width: Math.max(0, x - space) };
}
