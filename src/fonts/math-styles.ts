import path from 'node:path';
import { type CssFace, readRules } from '../renditions/css-rules.ts';

/** Classes that an element must bear to match; those in `:not()` it must not. */
const classesIn = (selector: string): string[] =>
  [...selector.replace(/:not\([^)]*\)/gu, '').matchAll(/\.([a-z_][\w-]*)/giu)].map(([, name = '']) => name);

/**
 * KaTeX's stylesheet without the rules for classes that no formula bears and without the faces that set
 * nothing, each of the others in WOFF2 alone, beside the stylesheet.
 *
 * @param css the whole stylesheet.
 * @param classes those that formulas bear.
 * @param faces those that formulas use.
 */
export function pruneMathStyles(css: string, classes: ReadonlySet<string>, faces: Iterable<CssFace>): string {
  // `block`: a delimiter built of pieces, or a letter measured by KaTeX, is no formula in another face.
  const fontFaces = [...faces].map(
    ({ family, weight, style, url }) =>
      `@font-face{font-display:block;font-family:${family};font-style:${style};font-weight:${String(weight)};src:url(./${path.posix.basename(url)}) format("woff2")}`,
  );
  const rules = readRules(css).flatMap(({ selectors, body }) => {
    const used = selectors.filter(
      (selector) => !selector.startsWith('@') && classesIn(selector).every((name) => classes.has(name)),
    );
    return used.length > 0 ? [`${used.join(',')}{${body}}`] : [];
  });
  return [...fontFaces, ...rules].join('');
}
