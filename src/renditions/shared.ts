import { processWide } from '../process-wide.ts';
import type { RenditionStore } from './store.ts';

/**
 * The store of this process, or the one that `make` makes for it.
 *
 * Without `make` nothing of the renderers is imported, which is what the middleware needs.
 *
 * @throws {Error} without `make`, before any content was compiled.
 */
export const processRenditions = (
  make: () => RenditionStore = () => {
    throw new Error('No content has been compiled in this process.');
  },
): RenditionStore => processWide('renditions', make);
