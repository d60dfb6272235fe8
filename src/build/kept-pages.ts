import { mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { linkFile } from '../loader/link-file.ts';
import type { PageNote } from '../page-notes.ts';
import { contentHash } from './content-hash.ts';

/** A page of the last build, or another file that is named after what it is made from. */
interface KeptPage {
  /** A name for all that it was made from. */
  readonly madeFrom: string;
  /** Of its bytes. */
  readonly hash: string;
  /** How many bytes there are. */
  readonly size: number;
  /** When the file was written, in milliseconds; nothing where that would not tell a later change. */
  readonly written?: number | undefined;
  readonly notes: readonly PageNote[];
}

/** A clock of a file system may stand still for so many milliseconds. */
const coarseClock = 100;

type Pages = Readonly<Record<string, KeptPage>>;

function readPages(file: string): ReadonlyMap<string, KeptPage> {
  try {
    return new Map(Object.entries(JSON.parse(readFileSync(file, 'utf8')) as Pages));
  } catch {
    // None yet, or not whole.
    return new Map();
  }
}

/** Whether a file is as it was written; it is read where its time does not say so. */
function isAsWritten(file: string, { hash, size, written }: KeptPage): boolean {
  const now = statSync(file);
  if (now.size !== size) return false;
  return now.mtimeMs === written || contentHash(readFileSync(file)) === hash;
}

/**
 * Pages of the last build that would be printed to the same bytes today. What they were made from is written
 * down in a file; they themselves stand in the last site, and each is taken only if its bytes are still those
 * that were written, so that nothing depends on the order in which a build that was cut off had written.
 */
export class KeptPages {
  readonly #file: string;
  readonly #site: string;
  readonly #last: ReadonlyMap<string, KeptPage>;
  readonly #next = new Map<string, KeptPage>();

  /**
   * @param file where it is written down what pages were made from.
   * @param site the last site.
   */
  constructor(file: string, site: string) {
    this.#file = file;
    this.#site = site;
    this.#last = readPages(file);
  }

  /**
   * Takes a page over.
   *
   * @param name path of its file in the site.
   * @param madeFrom a name for all that it is made from.
   * @param staging the new site.
   * @param replay does again what the page left beside itself, with the last site's files; says whether it could.
   * @returns whether it is in the new site now.
   */
  take(
    name: string,
    madeFrom: string,
    staging: string,
    replay: (notes: readonly PageNote[], site: string) => boolean = () => true,
  ): boolean {
    const kept = this.#last.get(name);
    if (kept?.madeFrom !== madeFrom) return false;
    const file = path.join(this.#site, name);
    try {
      if (!isAsWritten(file, kept) || !replay(kept.notes, this.#site)) return false;
      const to = path.join(staging, name);
      mkdirSync(path.dirname(to), { recursive: true });
      linkFile(file, to);
    } catch {
      // Gone with the last site, or part of it; or the new one has a file of the public folder in its place.
      return false;
    }
    this.#next.set(name, kept);
    return true;
  }

  /** Keeps a page that was printed just now. */
  keep(name: string, madeFrom: string, content: Uint8Array, notes: readonly PageNote[] = []): void {
    this.#next.set(name, { madeFrom, hash: contentHash(content), size: content.length, notes });
  }

  /** Hashes of the pages that are known in the new site, by their paths in it. */
  get hashes(): ReadonlyMap<string, string> {
    return new Map([...this.#next].map(([name, { hash }]) => [name, hash]));
  }

  /** Writes down what the pages of the new site were made from; on a full or read-only disk, nothing. */
  save(staging: string): void {
    const there = [...this.#next].flatMap(([name, page]): [string, KeptPage][] => {
      const file = statSync(path.join(staging, name), { throwIfNoEntry: false });
      if (file?.size !== page.size) return [];
      const isSettled = Date.now() - file.mtimeMs > coarseClock;
      return [[name, { ...page, written: isSettled ? file.mtimeMs : undefined }]];
    });
    const unfinished = `${this.#file}.unfinished`;
    try {
      mkdirSync(path.dirname(this.#file), { recursive: true });
      writeFileSync(unfinished, JSON.stringify(Object.fromEntries(there)));
      renameSync(unfinished, this.#file);
    } catch {
      rmSync(unfinished, { force: true });
    }
  }
}
