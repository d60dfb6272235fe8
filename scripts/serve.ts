import { existsSync } from 'node:fs';
import path from 'node:path';
import { outFolderOf } from '../src/loader/content-settings.ts';
import { site } from '../src/site.config.ts';
import { serveFolder } from './static-server.ts';

/**
 * Serves the built site on this machine until the process is ended. A taken port moves on to the next.
 *
 * @returns the site's address, or nothing where no site has been built yet.
 */
export async function serveSite(port: number): Promise<string | undefined> {
  const out = outFolderOf();
  if (!existsSync(path.join(out, 'index.html'))) return undefined;
  return `http://127.0.0.1:${String(await serveFolder(out, site.base, port))}${site.base}`;
}
