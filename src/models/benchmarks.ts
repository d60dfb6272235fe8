/** One whole build. */
export interface BuildRun {
  readonly seconds: number;
  /** Seconds of processor time of all its processes. */
  readonly processor: number;
  /** The most memory that all its processes had at once, in bytes. */
  readonly memory: number;
}

/** All runs of one generator. */
export interface BuildResult {
  readonly name: string;
  readonly title: string;
  readonly version: string;
  /** What it does less or otherwise than the same work. */
  readonly differs: string;
  /** Builds from nothing. */
  readonly cold: readonly BuildRun[];
  /** Builds after one article has changed. */
  readonly changed: readonly BuildRun[];
}

/** What a measurement was made on. */
export interface Machine {
  readonly cores: number;
  /** In GB. */
  readonly memory: number;
  readonly node: string;
}

/** The articles that were built. */
export interface BenchCorpus {
  readonly articles: number;
  /** Formulas and code blocks of an article: 25 and 4 where it is `mixed`. */
  readonly kind?: string;
  /** Share of articles in MDX, 0 to 1. */
  readonly mdx?: number;
  /** Share of articles in English, 0 to 1. */
  readonly english?: number;
}

/** What `npm run bench -- --json FILE` writes. */
export interface BuildReport {
  /** Of its last run. */
  readonly date: string;
  readonly machine: Machine;
  readonly corpus: BenchCorpus;
  /** Downlink first. */
  readonly results: readonly BuildResult[];
}

/** What a page costs a reader, by what it is spent on; in bytes, texts compressed by brotli. */
export interface PageBytes {
  readonly html: number;
  readonly css: number;
  readonly js: number;
  readonly fonts: number;
  readonly images: number;
  readonly other: number;
}

/** An article page of one generator. */
export interface ReaderResult {
  readonly name: string;
  readonly title: string;
  readonly version: string;
  /** Of the last visit; they are the same each time. */
  readonly bytes: PageBytes;
  readonly requests: number;
  /** Bytes that a service worker loads behind the page. */
  readonly background: number;
  /** Requests to other hosts, which are not answered and not counted above. */
  readonly elsewhere: number;
  /** Of each visit, in milliseconds. */
  readonly first: readonly number[];
  readonly largest: readonly number[];
  /** Cumulative layout shift of each visit. */
  readonly shift: readonly number[];
}

/** What `npm run bench:reader -- --json FILE` writes. */
export interface ReaderReport {
  readonly date: string;
  readonly machine: Machine;
  readonly browser: string;
  readonly phone: {
    /** How many times slower its processor is. */
    readonly slowdown: number;
    /** Round trip, in milliseconds. */
    readonly latency: number;
    /** In kilobits a second. */
    readonly down: number;
  };
  readonly results: readonly ReaderResult[];
}

/** The middle of values; of two in the middle their mean. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = (sorted.length - 1) / 2;
  return ((sorted[Math.floor(middle)] ?? 0) + (sorted[Math.ceil(middle)] ?? 0)) / 2;
}

/**
 * The middle of the ratios of runs made in the same turn: what one machine did at one time.
 *
 * @returns nothing where there is no such pair.
 */
export function pairedRatio(of: readonly BuildRun[], to: readonly BuildRun[]): number | undefined {
  const ratios = of.flatMap(({ seconds }, turn) => {
    const other = to[turn]?.seconds;
    return other === undefined ? [] : [seconds / other];
  });
  return ratios.length > 0 ? median(ratios) : undefined;
}

/** All bytes of a page. */
export const sizeOf = ({ html, css, js, fonts, images, other }: PageBytes): number =>
  html + css + js + fonts + images + other;
