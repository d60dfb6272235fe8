import type { Formula } from './formula.ts';

/**
 * The MathML of a formula alone, without the copy of the TeX that KaTeX adds for its own clipboard
 * extension: what feeds and search show.
 *
 * @returns an empty text where KaTeX could not read the formula.
 */
export function mathmlOf({ html }: Pick<Formula, 'html'>): string {
  const start = html.indexOf('<math');
  if (start < 0) return '';
  const copy = html.indexOf('<annotation ', start);
  const end = html.indexOf('</math>', start) + '</math>'.length;
  // Without a copy there is no element around the pair of formula and copy either.
  if (copy < 0 || copy > end) return html.slice(start, end);
  return `${html.slice(start, copy).replace('<semantics>', '')}</math>`;
}
