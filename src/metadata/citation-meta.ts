import type { Reference } from '../schemas/article.ts';
import type { PublishedArticle } from './article-data.ts';

/** A `<meta>` by name and content. */
export type Meta = readonly [name: string, content: string];

/** A value inside of a structured one, where a semicolon ends it. */
const part = (text: string): string => text.replace(/\s*;\s*/gu, ', ').trim();

/**
 * A cited work in the structured form that Google Scholar reads.
 *
 * → `citation_title=LoRA…; citation_author=Edward J. Hu; citation_publication_date=2021; citation_arxiv_id=2106.09685`
 */
export function structuredReference({ title, authors, year, doi, arxiv, url }: Reference): string {
  const fields: (Meta | undefined)[] = [
    ['citation_title', title],
    ...authors.map((name): Meta => ['citation_author', name]),
    year === undefined ? undefined : ['citation_publication_date', String(year)],
    doi === undefined ? undefined : ['citation_doi', doi],
    arxiv === undefined ? undefined : ['citation_arxiv_id', arxiv],
    doi === undefined && arxiv === undefined && url !== undefined ? ['citation_public_url', url] : undefined,
  ];
  return fields.flatMap((field) => (field ? [`${field[0]}=${part(field[1])}`] : [])).join('; ');
}

const slashed = (date: Date): string => date.toISOString().slice(0, 10).replaceAll('-', '/');

/** What Google Scholar and Zotero read of an article: the article itself, then the works that it cites. */
export function citationMeta({ data, language, url }: PublishedArticle, siteName: string): Meta[] {
  const authors = data.authors.length > 0 ? data.authors.map(({ name }) => name) : [siteName];
  return [
    ['citation_title', data.title],
    ...authors.map((name): Meta => ['citation_author', name]),
    ['citation_publication_date', slashed(data.date)],
    ['citation_online_date', slashed(data.updated ?? data.date)],
    ['citation_publisher', siteName],
    ['citation_language', language],
    ['citation_abstract', data.description],
    ...data.tags.map((tag): Meta => ['citation_keywords', tag]),
    ['citation_fulltext_html_url', url],
    ['citation_public_url', url],
    ...data.references.map((work): Meta => ['citation_reference', structuredReference(work)]),
  ];
}
