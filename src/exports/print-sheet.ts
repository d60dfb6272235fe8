import type { ArticleFacts } from './article-facts.ts';

/** A text as a string of CSS, whatever stands in it: `a"b` → `"a\22 b"` */
const cssString = (text: string): string =>
  `"${text.replace(/[^ \p{L}\p{N}]/gu, (sign) => `\\${(sign.codePointAt(0) ?? 0).toString(16)} `)}"`;

/**
 * The running heads of an article on paper: its title above all pages but the first, which has it in large; below
 * each page its number out of all; below the first one where the article is on the web.
 */
export function pageMargins({ title, url }: Pick<ArticleFacts, 'title' | 'url'>, siteName: string): string {
  const type =
    'color: #444; font-family: var(--font-text); font-size: 8.5pt; line-height: 1.4; padding-inline: 7.2mm;';
  const foot = 'vertical-align: top; padding-top: 7mm;';
  return [
    '@page {',
    `@top-left { content: ${cssString(title)}; ${type} vertical-align: bottom; padding-bottom: 6mm; }`,
    `@top-right { content: ${cssString(siteName)}; ${type} vertical-align: bottom; padding-bottom: 6mm; }`,
    `@bottom-right { content: counter(page) " / " counter(pages); ${type} ${foot} }`,
    '}',
    '@page :first {',
    '@top-left { content: none; } @top-right { content: none; }',
    `@bottom-left { content: ${cssString(`${siteName} · ${url}`)}; ${type} ${foot} }`,
    '}',
  ].join('\n');
}
