import type { Loader } from 'astro/loaders';
import { processWide } from '../process-wide.ts';

/**
 * The content loader of this process, which Astro's configuration offers.
 *
 * Without `make` nothing of the pipeline is imported: Vite, under which the collections are defined, would
 * read, transform and run all of its modules a second time.
 *
 * @throws {Error} without `make`, before the configuration was loaded.
 */
export const processLoader = (
  make: () => Loader = () => {
    throw new Error('Nobody has offered a content loader in this process.');
  },
): Loader => processWide('loader', make);
