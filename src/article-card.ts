/** What a card over a link to an article shows, as it lies beside the article's page. */
export interface ArticleCard {
  readonly title: string;
  /** As readers of the page's locale write dates. */
  readonly date: string;
  readonly description: string;
  /** Language of the article where it is not that of the page. */
  readonly lang?: string | undefined;
  /** Readable titles of its sections by their ids. */
  readonly sections: Readonly<Record<string, string>>;
}

/** Name of the file that holds it, in the folder of the page. */
export const cardFile = 'card.json';
