import type { ArticleRecord, SectionRecord } from '../search/records.ts';
import type { Facet } from './article-records.ts';
import { plainWeight } from './pagefind-pages.ts';
import type { Stretch } from './token-log.ts';
import type { IndexPage } from './write-index.ts';

/** How much a word counts beside one in the text. */
const headingWeight = 6 * plainWeight;
export const codeWeight = Math.floor(0.3 * plainWeight);

const stretchesOf = ({ id, title, text, code }: SectionRecord): Stretch[] => [
  ...(id === '' ? [] : [{ text: title, weight: headingWeight }]),
  ...text.map((paragraph) => ({ text: paragraph })),
  ...code.map((listing) => ({ text: listing, weight: codeWeight })),
];

/**
 * What the index takes of an article: its text, code with less weight; its title and other names, which
 * count for more; what it can be filtered and sorted by.
 */
export function articlePage(record: ArticleRecord, filters: readonly Facet[]): IndexPage {
  const names = [record.title, ...record.aliases].join('\n');
  const text = [...record.sections.flatMap(stretchesOf), { text: names }];
  return { text, names, filters, sort: { date: record.date }, record };
}
