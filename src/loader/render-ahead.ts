import { availableParallelism } from 'node:os';
import { setImmediate } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import type { RenderTimesTaken } from '../render-times.ts';
import type { ContentSettings } from './content-settings.ts';

/** An article that a thread has rendered, in UTF-8, all of it in one piece of memory. */
export interface RenderedAhead {
  readonly absolutePath: string;
  /** Its entry in the cache of articles, as JSON. */
  readonly entry: Uint8Array<ArrayBuffer>;
  /** Renditions that it refers to, by key; those that the thread has sent before are left out. */
  readonly renditions: readonly (readonly [key: string, text: Uint8Array<ArrayBuffer>])[];
  /** How long that took, where somebody wants to know. */
  readonly times?: RenderTimesTaken | undefined;
}

/** What a thread is given. */
export interface RenderJob {
  readonly settings: ContentSettings;
  /** Number of the next article that nobody has taken, counted up by whoever takes it. */
  readonly next: Int32Array<SharedArrayBuffer>;
  /** Files to be rendered, in one order for all. */
  readonly files: readonly string[];
}

/**
 * Articles from which on threads are worth their start: each of them loads the pipeline and reads the
 * whole folder, which takes about as long as to render forty articles.
 */
const worthwhile = 80;

/** Takes the next article, or nothing where all are taken. */
export function takeNext({ next, files }: Pick<RenderJob, 'next' | 'files'>): string | undefined {
  return files[Atomics.add(next, 0, 1)];
}

/** A thread that renders until all articles are taken. Where it fails, others do its work. */
function runThread(job: RenderJob, onRendered: (article: RenderedAhead) => void): Promise<void> {
  return new Promise((resolve) => {
    const thread = new Worker(new URL('./render-thread.ts', import.meta.url), { workerData: job });
    thread.on('message', onRendered);
    thread.on('error', () => {
      resolve();
    });
    thread.on('exit', () => {
      resolve();
    });
  });
}

/**
 * Renders many articles on all cores. What could not be rendered ahead is rendered later like any other.
 *
 * @param files those to be rendered.
 * @param renderHere renders one in this thread.
 * @param onRendered takes what another thread has rendered.
 */
export async function renderAhead(
  settings: ContentSettings,
  files: readonly string[],
  renderHere: (file: string) => Promise<void>,
  onRendered: (article: RenderedAhead) => void,
): Promise<void> {
  const { threads: most = availableParallelism() - 1 } = settings;
  const threads = Math.min(most, Math.floor(files.length / worthwhile));
  if (threads < 1) return;
  const job = { settings, files, next: new Int32Array(new SharedArrayBuffer(4)) };
  const running = Array.from({ length: threads }, () => runThread(job, onRendered));
  for (let file = takeNext(job); file !== undefined; file = takeNext(job)) {
    await renderHere(file);
    // Lets the messages of the threads in.
    await setImmediate();
  }
  await Promise.all(running);
}

/**
 * Renders articles in other threads alone, and leaves this one to those who ask for pages.
 *
 * @param onRendered takes what they have rendered.
 * @returns when they are done, whatever could not be rendered.
 */
export async function renderBehind(
  settings: ContentSettings,
  files: readonly string[],
  onRendered: (article: RenderedAhead) => void,
): Promise<void> {
  const { threads: most = availableParallelism() - 1 } = settings;
  const threads = Math.min(Math.max(1, most), Math.ceil(files.length / worthwhile));
  const job = { settings, files, next: new Int32Array(new SharedArrayBuffer(4)) };
  await Promise.all(Array.from({ length: threads }, () => runThread(job, onRendered)));
}
