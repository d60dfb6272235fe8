import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { AstroIntegration } from 'astro';
import { outFolderOf } from '../loader/content-settings.ts';
import { site } from '../site.config.ts';

const types: Readonly<Record<string, string>> = {
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
};

/** The file of the last build's index that an address names; nothing for one outside of it. */
function fileOf(address: string): string | undefined {
  const { pathname } = new URL(address, 'http://localhost');
  const prefix = `${site.base}pagefind/`;
  if (!pathname.startsWith(prefix)) return undefined;
  const folder = path.join(outFolderOf(), 'pagefind');
  const file = path.resolve(folder, pathname.slice(prefix.length));
  return file.startsWith(folder + path.sep) ? file : undefined;
}

/**
 * Lets the search of the dev server look into the index of the last build. Where there is none, the
 * dialog says how to make one.
 */
export function searchInDev(): AstroIntegration {
  return {
    name: 'downlink:search-in-dev',
    hooks: {
      'astro:server:setup': ({ server }) => {
        server.middlewares.use((request, response, next) => {
          const file = fileOf(request.url ?? '');
          if (file === undefined) {
            next();
            return;
          }
          try {
            const content = readFileSync(file);
            response.setHeader('content-type', types[path.extname(file)] ?? 'application/octet-stream');
            response.end(content);
          } catch {
            response.statusCode = 404;
            response.end();
          }
        });
      },
    },
  };
}
