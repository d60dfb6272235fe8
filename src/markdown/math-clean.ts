/** Characters without width that come along with copied text; KaTeX knows none of them. */
const zeroWidth = /[\u00AD\u200B-\u200F\u202A-\u202E\u2060-\u2064\u2066-\u2069\uFEFF]/gu;

/** TeX without characters that have no width. */
export const withoutZeroWidth = (tex: string): string => tex.replace(zeroWidth, '');

/** The same without blanks around; a `\ ` at the end stays. */
export const cleanTex = (tex: string): string =>
  withoutZeroWidth(tex)
    .replace(/^\s+/u, '')
    .replace(/(?<!\\)\s+$/u, '');

/**
 * TeX of `\\(…\\)`, written for pipelines that take one backslash away.
 *
 * `\\{x\_i\\}` → `\{x_i\}` · `a \\\\ b` → `a \\ b`
 */
export const withoutDoubling = (tex: string): string =>
  tex.replace(
    /\\\\(?<sign>\\\\|[{}|,;:!])|\\(?<escaped>[_*])/gu,
    (_match, sign?: string, escaped?: string) =>
      sign === undefined ? (escaped ?? '') : sign === '\\\\' ? sign : `\\${sign}`,
  );

/** Names of divergences, which are written with a double bar between their arguments. */
const divergence = /(?:\bD|KL|JS|\\mathbb\s*\{?D|\\mathcal\s*\{?D|\\operatorname\s*\{D)/u;

/**
 * TeX in a cell of a table, where `\|` is how GFM writes a bar, and how TeX writes a double one: a single
 * one is GFM's, a pair is a norm.
 *
 * `p(x\|y)` → `p(x|y)` · `\|x\|` and `D_{KL}(p\|q)` stay
 */
export function withTableBars(tex: string): string {
  const bars = tex.match(/(?<!\\)(?:\\\\)*\\\|/gu)?.length ?? 0;
  if (bars % 2 === 0 || divergence.test(tex)) return tex;
  return tex.replace(/(?<!\\)((?:\\\\)*)\\\|/gu, '$1|');
}
