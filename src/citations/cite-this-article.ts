import type { ArticleData } from '../schemas/article.ts';
import type { SiteConfig } from '../schemas/site.ts';
import { href } from '../urls.ts';

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

const named: Readonly<Record<string, string>> = {
  '\\': '\\textbackslash{}',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
};

/** A text as a BibTeX value; the second pair of braces keeps its case. */
const value = (text: string): string =>
  `{{${text.replace(/[\\~^{}$&%#_]/gu, (sign) => named[sign] ?? `\\${sign}`)}}}`;

/**
 * The BibTeX entry of an article of this site, for readers who cite it. Where the article names no
 * author, the site is the author.
 *
 * `LoRA：低秩适配` of 2026-11-20 → `@misc{downlink2026lora, title = {{LoRA：低秩适配}}, …}`
 */
export function citeThisArticle(
  { slug, path, title, date, authors }: Pick<ArticleData, 'slug' | 'path' | 'title' | 'date' | 'authors'>,
  site: Pick<SiteConfig, 'name' | 'url' | 'base'>,
): string {
  const day = date.toISOString().slice(0, 10);
  const letters = (text: string): string =>
    text
      .normalize('NFKD')
      .toLowerCase()
      .replace(/[^a-z0-9]+/gu, '-')
      .replace(/^-|-$/gu, '');
  const year = day.slice(0, 4);
  const key = [letters(site.name).replace(/-/gu, ''), year, letters(slug)].join('');
  const names = authors.length > 0 ? authors.map(({ name }) => name) : [site.name];
  const fields: readonly (readonly [string, string])[] = [
    ['title', value(title)],
    ['author', `{${names.map((name) => value(name).slice(1, -1)).join(' and ')}}`],
    ['howpublished', value(site.name)],
    ['year', `{${year}}`],
    ['month', months[date.getUTCMonth()] ?? 'jan'],
    ['date', `{${day}}`],
    ['url', `{${site.url}${href(site.base, path)}}`],
  ];
  const width = Math.max(...fields.map(([name]) => name.length));
  const lines = fields.map(([name, text]) => `  ${name.padEnd(width)} = ${text},`);
  return [`@misc{${key || `article${year}`},`, ...lines, '}'].join('\n');
}
