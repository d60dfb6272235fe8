import { escapeHtml } from '../escape-html.ts';
import { indexText } from '../search/han-text.ts';
import type { ArticleRecord, SectionRecord } from '../search/records.ts';

/** How much a word in a listing counts beside one in the text. */
const codeWeight = '0.3';

const sectionHtml = ({ id, title, text, code }: SectionRecord): string =>
  [
    id === '' ? '' : `<h2>${escapeHtml(indexText(title))}</h2>`,
    ...text.map((paragraph) => `<p>${escapeHtml(indexText(paragraph))}</p>`),
    ...code.map(
      (listing) => `<pre data-pagefind-weight="${codeWeight}">${escapeHtml(indexText(listing))}</pre>`,
    ),
  ].join('');

const metaHtml = (attribute: string, content: string): string =>
  `<meta ${attribute}[content]" content="${escapeHtml(content)}">`;

/**
 * The copy of an article that Pagefind indexes: Han runs as bigrams under `lang="en"`, formulas as
 * Unicode, code with less weight; its title and other names in a meta of their own that weighs more;
 * what it can be filtered and sorted by.
 */
export function searchCopy(record: ArticleRecord, series: string | undefined): string {
  const names = [record.title, ...record.aliases].map(indexText).join(' ');
  const filters = [
    ...record.tags.map((tag) => ['tag', tag] as const),
    ...(series === undefined ? [] : [['series', series] as const]),
    ['year', record.date.slice(0, 4)] as const,
    ['kind', record.kind] as const,
  ];
  const head = [
    metaHtml('data-pagefind-meta="k', names),
    ...filters.map(([name, value]) => metaHtml(`data-pagefind-filter="${name}`, value)),
    metaHtml('data-pagefind-sort="date', record.date),
  ].join('');
  const body = record.sections.map(sectionHtml).join('');
  return `<!doctype html><html lang="en"><head>${head}</head><body data-pagefind-body>${body}<p>${escapeHtml(names)}</p></body></html>`;
}
