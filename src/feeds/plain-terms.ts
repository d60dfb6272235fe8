/**
 * HTML without the marks of terms, whose cards exist on the page alone.
 *
 * `两个<span data-term="low-rank">低秩</span>矩阵` → `两个低秩矩阵`
 */
export const plainTerms = (html: string): string =>
  html
    .replace(/<span data-term="[^"]*">([^<]*)<\/span>/gu, '$1')
    .replace(/(<span\b[^>]*?) data-term="[^"]*"/gu, '$1');
