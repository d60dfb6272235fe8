import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { CorpusArticle } from '../corpus.ts';

/** A generator that is timed. */
export interface Peer {
  readonly name: string;
  /** Packages of npm that it needs, each at one version. */
  readonly packages: Readonly<Record<string, string>>;
  /** Programs of the system that it needs: those that are not there are said, and the peer is left out. */
  readonly programs?: readonly string[];
  /** What it does less or otherwise than the same work, in a few words. */
  readonly differs: string;
  /** Writes configuration, templates and articles into an empty folder. */
  readonly write: (folder: string, articles: Iterable<CorpusArticle>) => void;
  /** Where its commands run, if not in that folder. */
  readonly runsIn?: string;
  /** Commands of one build; `node` is the pinned one. */
  readonly build: readonly (readonly string[])[];
  /** What a build leaves behind, removed before the next one. */
  readonly leaves: readonly string[];
  /** Environment of the commands. */
  readonly env?: (folder: string) => Readonly<Record<string, string>>;
}

/** Writes files by their paths from a folder. */
export function writeFiles(folder: string, files: Readonly<Record<string, string>>): void {
  for (const [name, text] of Object.entries(files)) {
    const file = path.join(folder, name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
}

/** Writes each article as `<folder>/<slug>.md`, or `.mdx`. */
export function writeArticles(folder: string, articles: Iterable<CorpusArticle>): void {
  mkdirSync(folder, { recursive: true });
  for (const { slug, isMdx, text } of articles) {
    writeFileSync(path.join(folder, `${slug}.${isMdx ? 'mdx' : 'md'}`), text);
  }
}
