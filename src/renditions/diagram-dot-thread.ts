import { Worker } from 'node:worker_threads';
import type { RenderResult } from '@viz-js/viz';
import type { DotJob } from './diagram-dot-worker.ts';

/** Milliseconds that one layout may take: a graph of thirty nodes, all joined, takes about five seconds. */
export const longestLayout = 10_000;

let idle: Promise<Worker> | undefined;
let last: Promise<unknown> = Promise.resolve();

/** A thread that has Graphviz loaded; it keeps no process alive. */
function startThread(): Promise<Worker> {
  // What WebAssembly writes when it runs out of memory is no line of our report.
  const thread = new Worker(new URL('./diagram-dot-worker.ts', import.meta.url), {
    stdout: true,
    stderr: true,
  });
  return new Promise((resolve, reject) => {
    thread.once('error', reject);
    thread.once('message', () => {
      thread.off('error', reject);
      thread.unref();
      resolve(thread);
    });
  });
}

/** What the thread answers; nothing where it does not within {@link longestLayout}, or has no memory left. */
const answerOf = (thread: Worker, job: DotJob): Promise<RenderResult | undefined> =>
  new Promise((resolve) => {
    const finish = (result?: RenderResult): void => {
      clearTimeout(timer);
      thread.off('message', finish);
      thread.off('error', fail);
      resolve(result);
    };
    const fail = (): void => {
      finish();
    };
    const timer = setTimeout(fail, longestLayout);
    thread.on('message', finish);
    thread.on('error', fail);
    thread.postMessage(job);
  });

async function run(job: DotJob): Promise<RenderResult | undefined> {
  idle ??= startThread();
  const thread = await idle;
  thread.ref();
  const result = await answerOf(thread, job);
  if (result) {
    thread.unref();
  } else {
    idle = undefined;
    await thread.terminate();
  }
  return result;
}

/** Lays out a graph, one at a time; nothing where that takes too long or too much memory. */
export function layOut(job: DotJob): Promise<RenderResult | undefined> {
  const result = last.then(() => run(job));
  last = result.catch(() => undefined);
  return result;
}
