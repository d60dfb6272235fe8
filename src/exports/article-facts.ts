/** The series that an article is of. */
export interface SeriesFacts {
  readonly title: string;
  /** Absolute address of its page. */
  readonly url: string;
  /** Place of the article in it. */
  readonly order: number;
}

/** What the page of an article says of it to machines. */
export interface ArticleFacts {
  readonly title: string;
  readonly description: string;
  /** Absolute address of its page. */
  readonly url: string;
  /** Language tag. */
  readonly language: string;
  readonly published: Date;
  readonly updated: Date;
  readonly authors: readonly string[];
  readonly tags: readonly string[];
  readonly series?: SeriesFacts | undefined;
}

const linkedData = /<script type="application\/ld\+json">(?<json>.*?)<\/script>/gsu;

/** The part of `metadata/article-data.ts` that exports need. */
interface ArticleNode {
  readonly '@type': string;
  readonly headline: string;
  readonly description?: string;
  readonly url: string;
  readonly inLanguage: string;
  readonly datePublished: string;
  readonly dateModified: string;
  readonly author: { readonly name: string } | readonly { readonly name: string }[];
  readonly keywords?: readonly string[];
  readonly isPartOf?: readonly { readonly '@type': string; readonly name: string; readonly url?: string }[];
  readonly position?: number;
}

function seriesOf({ isPartOf, position }: ArticleNode): SeriesFacts | undefined {
  const found = isPartOf?.find((node) => node['@type'] === 'CreativeWorkSeries');
  if (found?.url === undefined) return undefined;
  return { title: found.name, url: found.url, order: position ?? 0 };
}

/** Reads what a page says of its article; nothing where it holds none, or one in another language than its own. */
export function factsOf(html: string): ArticleFacts | undefined {
  const nodes = [...html.matchAll(linkedData)].map(
    ({ groups }) => JSON.parse(groups?.json ?? '{}') as unknown,
  );
  const found = nodes.find((node): node is ArticleNode =>
    ['BlogPosting', 'TechArticle'].includes((node as ArticleNode)['@type']),
  );
  return (
    found && {
      title: found.headline,
      description: found.description ?? '',
      url: found.url,
      language: found.inLanguage,
      published: new Date(found.datePublished),
      updated: new Date(found.dateModified),
      authors: [found.author].flat().map(({ name }) => name),
      tags: found.keywords ?? [],
      series: seriesOf(found),
    }
  );
}
