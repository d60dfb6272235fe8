import path from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import { DiskCache } from '../renditions/disk-cache.ts';
import { processRenditions } from '../renditions/shared.ts';
import { RenditionStore } from '../renditions/store.ts';
import { ContentCompiler } from './content-compiler.ts';
import { cacheRootOf } from './content-settings.ts';
import type { RenderJob } from './render-ahead.ts';

// Read, not written: the main thread keeps what this one sends.
const cacheOf = (name: string): DiskCache =>
  new DiskCache(path.join(cacheRootOf(), name), { isReadOnly: true });

const job = workerData as RenderJob;
processRenditions(() => new RenditionStore(cacheOf('renditions')));
await new ContentCompiler(job.settings, cacheOf('articles')).renderShare(job, (article) => {
  parentPort?.postMessage(article, [article.entry.buffer]);
});
