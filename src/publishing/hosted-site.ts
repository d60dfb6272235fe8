import { existsSync, globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { HeaderRule } from '../headers/header-rules.ts';
import { headersFile, readHeaders } from '../headers/headers-file.ts';
import { type HostRedirect, readRedirects, redirectsFile } from './redirects-file.ts';

/** What a host must know of a built site to serve it. */
export interface HostedSite {
  /** `/` or `/some/base/`, that for which it was built. */
  readonly base: string;
  readonly rules: readonly HeaderRule[];
  readonly redirects: readonly HostRedirect[];
  /** Paths of the 404 pages, with the base path: `/404.html`, `/en/404.html`. */
  readonly missing: readonly string[];
}

/** Reads what a built site asks of its host; nothing where none has been built there. */
export function readHostedSite(out: string): HostedSite | undefined {
  const headers = path.join(out, headersFile);
  if (!existsSync(headers)) return undefined;
  const rules = readHeaders(readFileSync(headers, 'utf8'));
  const redirects = path.join(out, redirectsFile);
  // The first rule is that for everything.
  const base = rules[0]?.path.slice(0, -1) ?? '/';
  return {
    base,
    rules,
    redirects: existsSync(redirects) ? readRedirects(readFileSync(redirects, 'utf8')) : [],
    missing: globSync(['404.html', '*/404.html'], { cwd: out })
      .map((name) => base + name.split(path.sep).join('/'))
      .toSorted(),
  };
}
