import type { ArticleData, Reference } from '../schemas/article.ts';
import type { LinkedData } from './json-ld.ts';
import { publisherNode, type SiteFacts, siteNode } from './site-data.ts';

/** An article of the site with the addresses that it has there. */
export interface PublishedArticle {
  readonly data: ArticleData;
  /** Language tag. */
  readonly language: string;
  /** Absolute address of its page. */
  readonly url: string;
  /** Absolute address of its copy in Markdown. */
  readonly markdown: string;
  /** Absolute address of its series. */
  readonly series?: string | undefined;
  /** The same article in other languages. */
  readonly translations: readonly { readonly language: string; readonly url: string }[];
}

/** Where readers find a work, the most lasting address first. */
export function addressOf({ doi, arxiv, url }: Reference): string | undefined {
  if (doi !== undefined) return `https://doi.org/${encodeURI(doi)}`;
  return arxiv === undefined ? url : `https://arxiv.org/abs/${arxiv}`;
}

const citedWork = (reference: Reference): LinkedData => ({
  '@type': 'ScholarlyArticle',
  name: reference.title,
  author: reference.authors.map((name) => ({ '@type': 'Person', name })),
  datePublished: reference.year === undefined ? undefined : String(reference.year),
  url: addressOf(reference),
});

/**
 * An article, or a page of the manual, for search engines: what `schema.org` has a word for. Where it names
 * no author, the site is the author.
 */
export function articleData(
  { data, language, url, markdown, series: seriesUrl, translations }: PublishedArticle,
  site: Pick<SiteFacts, 'name' | 'home'>,
): LinkedData {
  const { authors, series, tags, references, length } = data;
  const partOf = series && {
    '@type': 'CreativeWorkSeries',
    '@id': seriesUrl && `${seriesUrl}#series`,
    name: series.titles[data.locale] ?? series.id,
    url: seriesUrl,
  };
  return {
    '@type': data.section === 'docs' ? 'TechArticle' : 'BlogPosting',
    '@id': `${url}#article`,
    headline: data.title,
    alternativeHeadline: data.aliases.length > 0 ? data.aliases : undefined,
    description: data.description,
    url,
    mainEntityOfPage: url,
    inLanguage: language,
    datePublished: data.date.toISOString(),
    dateModified: (data.updated ?? data.date).toISOString(),
    author:
      authors.length === 0
        ? publisherNode(site)
        : authors.map((author) => ({
            '@type': author.type === 'organization' ? 'Organization' : 'Person',
            name: author.name,
            url: author.url,
          })),
    publisher: publisherNode(site),
    keywords: tags.length > 0 ? tags : undefined,
    wordCount: length.han + length.words,
    isPartOf: [siteNode(site), ...(partOf ? [partOf] : [])],
    position: series?.order,
    citation: references.length > 0 ? references.map(citedWork) : undefined,
    encoding: { '@type': 'MediaObject', encodingFormat: 'text/markdown', contentUrl: markdown },
    workTranslation: translations.length > 0 ? translations.map(translationNode) : undefined,
    isAccessibleForFree: true,
  };
}

const translationNode = ({ language, url }: PublishedArticle['translations'][number]): LinkedData => ({
  '@id': `${url}#article`,
  url,
  inLanguage: language,
});
