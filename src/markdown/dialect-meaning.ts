import type { articleWords } from './article-words.ts';

/** What the translation must know of the article's surroundings. */
export interface DialectContext {
  readonly isMdx: boolean;
  /** Language of the words that the translation adds. */
  readonly language: keyof typeof articleWords;
  /** Path from the article to the one that goes by a name, or to a file of that name. */
  readonly pathOf: (name: string) => string | undefined;
}

/** What is said of a tag that has no equal. */
export interface DialectProblem {
  readonly message: string;
  readonly hint: string;
}

/** What a tag becomes. */
export type Meaning = { readonly problem?: DialectProblem } & (
  | { readonly kind: 'inline'; readonly text: string }
  /** A paragraph of its own. */
  | { readonly kind: 'block'; readonly text: string }
  /** The head of a block that `:::` closes. */
  | { readonly kind: 'container'; readonly head: string }
  /** A quotation, and the line below it that says whose it is. */
  | { readonly kind: 'quote'; readonly source: string }
  | { readonly kind: 'code'; readonly info: string }
  /** TeX without delimiters. */
  | { readonly kind: 'math' }
  /** Nothing of its own; what stands inside is shown. */
  | { readonly kind: 'pass' }
  /** Nothing, and what stands inside is not shown either. */
  | { readonly kind: 'hidden' }
);

/** Text of an argument as Markdown; in MDX its braces and tags are signs. */
export const wordsOf = (text: string, { isMdx }: DialectContext): string => {
  const line = text.replace(/\s+/gu, ' ').trim();
  return isMdx && !line.includes('$') ? line.replace(/[{<]/gu, '\\$&') : line;
};

/** Text between brackets. */
export const bracketed = (text: string): string => text.replace(/[[\]]/gu, '\\$&');

/** An address between parentheses. */
export const destination = (url: string): string =>
  url.replace(/[\s<>()\\]/gu, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`);

/** An image, with a caption where there is one. */
export function imageMarkdown(url: string, alt: string, caption: string, id = ''): string {
  const title = [caption.replace(/["\\]/gu, '\\$&'), id === '' ? '' : `{#${id}}`].filter(Boolean).join(' ');
  return `![${bracketed(alt)}](${destination(url)}${title === '' ? '' : ` "${title}"`})`;
}

/** A callout or other block with a title after its name. */
export const containerHead = (name: string, title: string): string => `::: ${name} ${title}`.trimEnd();

/** A block that readers open themselves. */
export const detailsHead = (title: string, isOpen: boolean): string =>
  `:::details${title === '' ? '' : `[${bracketed(title)}]`}${isOpen ? '{open}' : ''}`;
