import { parentPort } from 'node:worker_threads';
import { instance, type RenderOptions } from '@viz-js/viz';

/** A graph to be drawn. */
export interface DotJob {
  readonly source: string;
  readonly options: RenderOptions;
}

// Graphviz draws in a thread of its own, which can be ended when it takes too long.
const graphviz = await instance();
parentPort?.on('message', ({ source, options }: DotJob) => {
  parentPort?.postMessage(graphviz.render(source, options));
});
parentPort?.postMessage('ready');
