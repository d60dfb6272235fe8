import { createHash } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Plugin } from 'vite';
import { sanitiseSvg } from './svg-sanitiser.ts';

/**
 * Publishes a sanitised copy of a drawing of the content folder that holds scripts or the like, or whose size
 * Astro would not find. Any other drawing is published as it is.
 *
 * @param cacheFolder where the copies are kept.
 */
export function sanitisedSvg(contentFolder: string, cacheFolder: string): Plugin {
  return {
    name: 'downlink:sanitised-svg',
    enforce: 'pre',
    async resolveId(source, importer, options) {
      if (!/\.svg$/iu.test(source)) return null;
      const resolved = await this.resolve(source, importer, { ...options, skipSelf: true });
      if (!resolved?.id.startsWith(contentFolder + path.sep)) return null;
      const { svg, isFine } = sanitiseSvg(await readFile(resolved.id, 'utf8'));
      if (isFine) return resolved;
      const folder = path.join(
        cacheFolder,
        'svg',
        createHash('sha256').update(svg).digest('hex').slice(0, 16),
      );
      const copy = path.join(folder, path.basename(resolved.id));
      await mkdir(folder, { recursive: true });
      await writeFile(copy, svg);
      return { ...resolved, id: copy };
    },
  };
}
