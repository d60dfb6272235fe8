import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { CorpusArticle } from '../corpus.ts';

/** A generator that is timed. */
export interface Peer {
  readonly name: string;
  /** As it writes its own name. */
  readonly title: string;
  /** Packages of npm that it needs, each at one version; the first one is the generator. */
  readonly packages: Readonly<Record<string, string>>;
  /** What else it wants in its package.json. */
  readonly manifest?: Readonly<Record<string, unknown>>;
  /** Programs of the system that it needs: those that are not there are said, and the peer is left out. */
  readonly programs?: readonly string[];
  /** What it does less or otherwise than the same work, in a few words. */
  readonly differs: string;
  /** Writes configuration, templates and articles into an empty folder. */
  readonly write: (folder: string, articles: Iterable<CorpusArticle>) => void;
  /** Where the articles lie in that folder. */
  readonly articles: string;
  /** Where its commands run, if not in that folder. */
  readonly runsIn?: string;
  /** Commands of one build; `node` is the pinned one. */
  readonly build: readonly (readonly string[])[];
  /** The built site, in its folder. */
  readonly site: string;
  /** Address of an article in that site; none where its formulas are not rendered, so that it is no page to compare. */
  readonly pageOf?: (slug: string) => string;
  /** What a build leaves behind, removed before the next one. */
  readonly leaves: readonly string[];
  /** Environment of the commands. */
  readonly env?: (folder: string) => Readonly<Record<string, string>>;
}

/** How an article is written for a generator. */
interface Written {
  /** What a link of this slug becomes. */
  readonly linkTo?: (slug: string) => string;
  /** A line that ends what lists show of an article, behind its first paragraph. */
  readonly cut?: string;
}

/** Writes files by their paths from a folder. */
export function writeFiles(folder: string, files: Readonly<Record<string, string>>): void {
  for (const [name, text] of Object.entries(files)) {
    const file = path.join(folder, name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
}

/** Writes each article as `<folder>/<slug>.md`, or `.mdx`, with links that lead somewhere. */
export function writeArticles(
  folder: string,
  articles: Iterable<CorpusArticle>,
  { linkTo = (slug) => `/posts/${slug}/`, cut }: Written = {},
): void {
  mkdirSync(folder, { recursive: true });
  for (const { slug, isMdx, text } of articles) {
    const linked = text.replaceAll(/\]\(\.\.\/([\w-]+)\/zh\.md\)/gu, (_, to: string) => `](${linkTo(to)})`);
    const whole = cut === undefined ? linked : linked.replace(/^(## .*\n\n.*\n)/mu, `$1\n${cut}\n`);
    writeFileSync(path.join(folder, `${slug}.${isMdx ? 'mdx' : 'md'}`), whole);
  }
}

/** Those of articles that are plain Markdown, for generators that read no MDX. */
export const withoutMdx = (articles: Iterable<CorpusArticle>): CorpusArticle[] =>
  [...articles].filter(({ isMdx }) => !isMdx);

/** Pagefind over a built site. */
export const pagefindOver = (site: string, ...options: readonly string[]): readonly string[] => [
  'node',
  'node_modules/pagefind/lib/runner/bin.cjs',
  '--site',
  site,
  '--silent',
  ...options,
];

/** The one version of Pagefind that all of them are followed by. */
export const pagefind = { pagefind: '1.6.0' } as const;
