import { enableCompileCache } from 'node:module';
import path from 'node:path';
import { cacheRootOf } from '../src/loader/content-settings.ts';

/**
 * Lets Node keep what it compiles of the modules loaded from now on for the next run: a build that has little
 * to do spends much of its time on that. Node looks whether a module is still the same.
 */
export function keepCompiled(): void {
  enableCompileCache(path.join(cacheRootOf(), 'compiled'));
}
