import { indexText } from '../search/han-text.ts';
import type { ArticleRecord, SectionRecord } from '../search/records.ts';
import type { Facet } from './article-records.ts';
import { plainWeight } from './pagefind-pages.ts';
import type { Stretch } from './token-log.ts';
import type { IndexPage } from './write-index.ts';

/** How much a word counts beside one in the text. */
const headingWeight = 6 * plainWeight;
const codeWeight = Math.floor(0.3 * plainWeight);

const stretchesOf = ({ id, title, text, code }: SectionRecord): Stretch[] => [
  ...(id === '' ? [] : [{ tokens: indexText(title), weight: headingWeight }]),
  ...text.map((paragraph) => ({ tokens: indexText(paragraph) })),
  ...code.map((listing) => ({ tokens: indexText(listing), weight: codeWeight })),
];

/** How an article is cut into words: Han runs as bigrams, formulas as Unicode, code with less weight. */
export function cutArticle(record: ArticleRecord): Required<Pick<IndexPage, 'text' | 'names'>> {
  const names = [record.title, ...record.aliases].map(indexText).join(' ');
  return { text: [...record.sections.flatMap(stretchesOf), { tokens: names }], names };
}

/**
 * What the index takes of an article: its words; its title and other names, which count for more; what it
 * can be filtered and sorted by.
 */
export const articlePage = (
  record: ArticleRecord,
  filters: readonly Facet[],
  words: Pick<IndexPage, 'text' | 'names'> = cutArticle(record),
): IndexPage => ({ ...words, filters, sort: { date: record.date }, record });
