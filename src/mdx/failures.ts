import type { Finding } from '../diagnostics/diagnostic.ts';
import { noteLook } from '../page-notes.ts';
import { processWide } from '../process-wide.ts';

/** A part of an MDX article that failed while a page was printed. */
export interface MdxFailure {
  /** Absolute path of the article. */
  readonly file: string;
  readonly finding: Finding;
}

interface Failures {
  readonly known: Map<string, MdxFailure>;
  /** Called for each that was not known. */
  listener: () => void;
}

const failures = (): Failures =>
  processWide('mdxFailures', () => ({ known: new Map(), listener: (): void => undefined }));

/** Where something failed. */
type Place = Pick<Finding, 'line' | 'column' | 'length'> & { readonly file: string };

const hint = 'it runs when the page is printed; see that all it reads is there then: `paper?.title`';

/** Notes what has failed; a page and the feed that carries it too say the same once. */
export function noteFailure({ file, line, column, length }: Place, error: unknown): void {
  // A page with a mark in it is not kept: whoever prints it again hears of this again.
  noteLook();
  const message = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  const key = JSON.stringify([file, line, column, message]);
  const { known, listener } = failures();
  if (known.has(key)) return;
  known.set(key, { file, finding: { rule: 'mdx/failed', message, hint, line, column, length } });
  listener();
}

/** What has failed since the last call of {@link forgetFailures}. */
export const mdxFailures = (): readonly MdxFailure[] => [...failures().known.values()];

/** To be called when the content has been compiled anew. */
export function forgetFailures(): void {
  failures().known.clear();
}

/** Calls `listener` when something fails. */
export function onFailure(listener: () => void): void {
  failures().listener = listener;
}
