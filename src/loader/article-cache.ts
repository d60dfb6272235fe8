import type { Finding } from '../diagnostics/diagnostic.ts';
import type { ArticleContext, World } from '../markdown/context.ts';
import type { DiskCache } from '../renditions/disk-cache.ts';
import type { FontUse } from '../renditions/font-use.ts';
import type { RenditionStore } from '../renditions/store.ts';
import { hashOf, stillHolds, type Trace } from './article-trace.ts';
import type { RenderedArticle } from './compile-article.ts';
import type { TermUses } from './term-finder.ts';

/** What is known of an article before it is compiled, as its context gets it. */
export type KnownContext = World &
  Pick<
    ArticleContext,
    | 'absolutePath'
    | 'macros'
    | 'renditions'
    | 'report'
    | 'trustContent'
    | 'citationStyle'
    | 'language'
    | 'numberSections'
    | 'checksClaims'
    | 'notation'
    | 'title'
    | 'marksTerms'
  > &
  Partial<Pick<ArticleContext, 'parsedLines'>>;

/** What the plugins keep in a context for one another. */
type Inner = 'labels' | 'cited' | 'symbols' | 'symbolUses' | 'hasSymbolTable' | 'hiddenSymbols';

/** What they leave in it for others. */
type Found = Omit<ArticleContext, keyof KnownContext | Inner | 'files' | 'ids'>;

/** The same as plain data. */
interface Outcome extends Omit<Found, 'markedTerms'> {
  readonly files: readonly string[];
  readonly ids: readonly string[];
  readonly markedTerms: readonly string[];
}

/** All that compiling an article leaves behind. */
export interface KeptArticle {
  readonly rendered: RenderedArticle;
  readonly outcome: Outcome;
  /** With places in the author's file; the site's rules are applied when they are reported. */
  readonly findings: readonly Finding[];
  /** Renditions that it refers to. */
  readonly keys: readonly string[];
  /** What it uses of the site's faces, its front matter apart. */
  readonly fonts: FontUse;
  /** A name for all of this but the findings. */
  readonly name: string;
  readonly terms: TermUses;
}

/** A compiled article and what must be as it was for it to be good still. */
interface Entry extends KeptArticle {
  /** A name for its text, the settings that it is compiled with, and the pipeline. */
  readonly madeFrom: string;
  readonly trace: Trace;
}

interface ArticleCacheOptions {
  readonly renditions: RenditionStore;
  /** Keeps articles from one run to the next. */
  readonly disk: DiskCache | undefined;
  /** A short name for the pipeline; without one nothing is kept on disk. */
  readonly fingerprint: string | undefined;
  /** What runs over one folder may differ in; each kind of run has entries of its own. */
  readonly variant: unknown;
}

/** What the plugins found out, as plain data. */
export function outcomeOf(context: ArticleContext): Outcome {
  const { parsedLines, headings, firstTitle, excerpt, length, hasMath, signal } = context;
  const { sections, references, explained, fragments, images, copy, files, ids, components } = context;
  const { markedTerms } = context;
  return {
    ...{ parsedLines, headings, firstTitle, excerpt, length, hasMath, signal },
    ...{
      components,
      sections,
      references,
      explained,
      fragments,
      images,
      copy,
      files: [...files],
      ids: [...ids],
      markedTerms: [...markedTerms],
    },
  };
}

/** Puts into a context what the plugins found out in another run. */
export function restore(context: ArticleContext, { files, ids, markedTerms, ...rest }: Outcome): void {
  const sets = { files: new Set(files), ids: new Set(ids), markedTerms: new Set(markedTerms) };
  Object.assign(context, rest, sets);
}

/**
 * Compiled articles, in memory and on disk. There is one entry for a file, a verifying trace: beside
 * the article it holds all that the article asked while it was compiled, and it is good for as long as
 * these questions have the same answers. So a change anywhere reaches just those that asked about it.
 */
export class ArticleCache {
  readonly #options: ArticleCacheOptions;
  readonly #entries = new Map<string, Entry>();

  constructor(options: ArticleCacheOptions) {
    this.#options = options;
  }

  /** The article as it was compiled before, where it would be compiled to the same today. */
  find(text: string, known: KnownContext): KeptArticle | undefined {
    const entry = this.#entryOf(known.absolutePath);
    if (entry?.madeFrom !== this.#madeFrom(text, known)) return undefined;
    return stillHolds(entry.trace, known) && this.#options.renditions.hold(entry.keys) ? entry : undefined;
  }

  /** Keeps an article that was compiled just now. */
  keep(text: string, known: KnownContext, kept: KeptArticle, trace: Trace): void {
    const entry = { madeFrom: this.#madeFrom(text, known), trace, ...kept };
    this.#entries.set(known.absolutePath, entry);
    if (this.#disk?.isWritten) this.#disk.set(this.#keyOf(known.absolutePath), JSON.stringify(entry));
  }

  /** Gives the entry of a file away: as JSON, with the keys of its renditions, for another thread. */
  take(absolutePath: string): { entry: string; keys: readonly string[] } | undefined {
    const entry = this.#entries.get(absolutePath);
    this.#entries.delete(absolutePath);
    return entry && { entry: JSON.stringify(entry), keys: entry.keys };
  }

  /** Takes over the entry of another thread. */
  adopt(absolutePath: string, entry: Uint8Array): void {
    const bytes = Buffer.from(entry.buffer, entry.byteOffset, entry.length);
    this.#entries.set(absolutePath, JSON.parse(bytes.toString('utf8')) as Entry);
    this.#disk?.set(this.#keyOf(absolutePath), bytes);
  }

  /** The cache on disk; nothing where nobody knows what the pipeline is. */
  get #disk(): DiskCache | undefined {
    return this.#options.fingerprint === undefined ? undefined : this.#options.disk;
  }

  #entryOf(absolutePath: string): Entry | undefined {
    const known = this.#entries.get(absolutePath);
    if (known) return known;
    const text = this.#disk?.get(this.#keyOf(absolutePath));
    if (text === undefined) return undefined;
    // An entry of another version may look like anything; its `madeFrom` is another one, too.
    const entry = JSON.parse(text) as Entry;
    this.#entries.set(absolutePath, entry);
    return entry;
  }

  #keyOf(absolutePath: string): string {
    return `a${hashOf([absolutePath, this.#options.variant])}`;
  }

  #madeFrom(text: string, known: KnownContext): string {
    const { macros, trustContent, citationStyle, language, numberSections, checksClaims, notation } = known;
    const { title, marksTerms } = known;
    const { fingerprint } = this.#options;
    const settings = [macros, trustContent, citationStyle, language, numberSections, checksClaims, notation];
    return hashOf([fingerprint, text, ...settings, title, marksTerms]);
  }
}
