import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { headersFile, readHeaders } from '../src/headers/headers-file.ts';
import { headersOf } from '../src/headers/header-rules.ts';
import { outFolderOf } from '../src/loader/content-settings.ts';
import { site } from '../src/site.config.ts';
import { serveFolder } from './static-server.ts';

/** The headers that a built site asks its host for, by address; those of the moment, as a build may exchange it. */
const headersIn =
  (file: string) =>
  (pathname: string): Readonly<Record<string, string>> =>
    headersOf(existsSync(file) ? readHeaders(readFileSync(file, 'utf8')) : [], pathname);

/**
 * Serves the built site on this machine until the process is ended, with the headers of its `_headers`.
 * A taken port moves on to the next.
 *
 * @returns the site's address, or nothing where no site has been built yet.
 */
export async function serveSite(port: number): Promise<string | undefined> {
  const out = outFolderOf();
  if (!existsSync(path.join(out, 'index.html'))) return undefined;
  const headersFor = headersIn(path.join(out, headersFile));
  return `http://127.0.0.1:${String(await serveFolder(out, site.base, port, headersFor))}${site.base}`;
}
