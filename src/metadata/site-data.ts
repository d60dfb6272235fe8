import type { LinkedData } from './json-ld.ts';

/** The site in one of its languages. */
export interface SiteFacts {
  readonly name: string;
  readonly description: string;
  /** Language tag. */
  readonly language: string;
  /** Absolute address of its home page in that language. */
  readonly home: string;
  /** Absolute address of its search page. */
  readonly search: string;
}

/** A page on the way from the home page to another, the last one being that page itself. */
export interface Crumb {
  readonly name: string;
  /** Absolute address. */
  readonly url: string;
}

/** The site as a node that others refer to. */
export const siteNode = ({ name, home }: Pick<SiteFacts, 'name' | 'home'>): LinkedData => ({
  '@type': 'WebSite',
  '@id': `${home}#website`,
  name,
  url: home,
});

/** Who publishes the site, as a node. */
export const publisherNode = ({ name, home }: Pick<SiteFacts, 'name' | 'home'>): LinkedData => ({
  '@type': 'Organization',
  name,
  url: home,
});

/** The site for its home page, with the way to search it. */
export const websiteData = (site: SiteFacts): LinkedData => ({
  ...siteNode(site),
  description: site.description,
  inLanguage: site.language,
  publisher: publisherNode(site),
  potentialAction: {
    '@type': 'SearchAction',
    target: { '@type': 'EntryPoint', urlTemplate: `${site.search}?q={search_term_string}` },
    'query-input': 'required name=search_term_string',
  },
});

/** The way to a page. */
export const breadcrumbData = (crumbs: readonly Crumb[]): LinkedData => ({
  '@type': 'BreadcrumbList',
  itemListElement: crumbs.map(({ name, url }, index) => ({
    '@type': 'ListItem',
    position: index + 1,
    name,
    item: url,
  })),
});
