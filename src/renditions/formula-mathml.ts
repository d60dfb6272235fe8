import type { Formula } from './formula.ts';

/**
 * The MathML of a formula alone, without the copy of the TeX that KaTeX adds for its own clipboard
 * extension: what feeds and search show.
 *
 * @returns an empty text where KaTeX could not read the formula.
 */
export function mathmlOf({ html }: Pick<Formula, 'html'>): string {
  const [math = ''] = /<math[ >].*<\/math>/su.exec(html) ?? [];
  return math
    .replace('<semantics>', '')
    .replace(/(?:<annotation [^>]*>[^<]*<\/annotation>)?<\/semantics><\/math>$/u, '</math>');
}
