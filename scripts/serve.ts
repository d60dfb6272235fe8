import { existsSync, statSync } from 'node:fs';
import path from 'node:path';
import { headersOf } from '../src/headers/header-rules.ts';
import { outFolderOf } from '../src/loader/content-settings.ts';
import { type HostedSite, readHostedSite } from '../src/publishing/hosted-site.ts';
import { site } from '../src/site.config.ts';
import { type HostRules, serveFolder } from './static-server.ts';

/** What a built site asks its host for; read again when a build has exchanged it. */
export function rulesIn(out: string): HostRules {
  let readAt = 0;
  let hosted: HostedSite | undefined;
  const now = (): HostedSite | undefined => {
    const writtenAt = statSync(out, { throwIfNoEntry: false })?.ctimeMs ?? 0;
    if (writtenAt !== readAt) hosted = readHostedSite(out);
    readAt = writtenAt;
    return hosted;
  };
  return {
    headersFor: (pathname) => headersOf(now()?.rules ?? [], pathname),
    redirectOf: (pathname) => now()?.redirects.find(({ from }) => from === pathname)?.to,
  };
}

/**
 * Serves the built site on this machine until the process is ended, as a host that reads its `_headers` and
 * `_redirects`. A taken port moves on to the next.
 *
 * @returns the site's address, or nothing where no site has been built yet.
 */
export async function serveSite(port: number): Promise<string | undefined> {
  const out = outFolderOf();
  if (!existsSync(path.join(out, 'index.html'))) return undefined;
  return `http://127.0.0.1:${String(await serveFolder(out, site.base, port, rulesIn(out)))}${site.base}`;
}
