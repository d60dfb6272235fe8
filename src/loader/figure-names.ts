import path from 'node:path';
import { globSync } from 'tinyglobby';
import { projectRoot } from './content-settings.ts';

let known: readonly string[] | undefined;

/** Names of the figures in `src/figures/`, which articles use without an import: `FloatFormat`. */
export function figureNames(): readonly string[] {
  known ??= globSync('src/figures/*/*.astro', { cwd: projectRoot, ignore: 'src/figures/shared/**' })
    .map((file) => path.basename(file, '.astro'))
    .sort();
  return known;
}
