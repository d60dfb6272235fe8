/** An article as feeds carry it; addresses are absolute, texts hold nothing that XML forbids. */
export interface FeedItem {
  /** Address of its page, which is its name for feed readers too. */
  readonly url: string;
  readonly title: string;
  readonly summary: string;
  /** The whole article; see `article-html.ts`. */
  readonly html: string;
  readonly published: Date;
  readonly updated: Date | undefined;
  /** Empty where the article names none. */
  readonly authors: readonly { readonly name: string; readonly url?: string | undefined }[];
  readonly tags: readonly string[];
}

/** All that the three formats print. */
export interface Feed {
  readonly title: string;
  readonly description: string;
  /** Language tag. */
  readonly language: string;
  /** Absolute address of the home page in that language. */
  readonly home: string;
  readonly icon: string;
  /** Newest first. */
  readonly items: readonly FeedItem[];
}

/** The last change of anything in a feed: the same content gives the same feed. */
export const lastChange = ({ items }: Feed): Date =>
  new Date(Math.max(0, ...items.map(({ published, updated }) => (updated ?? published).getTime())));
