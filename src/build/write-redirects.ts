import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { redirectPage } from '../publishing/redirect-page.ts';
import { hostRedirects, redirectsFile, redirectsText } from '../publishing/redirects-file.ts';
import { canBePage, type Redirect } from '../redirects.ts';
import type { SiteConfig } from '../schemas/site.ts';
import { href } from '../urls.ts';

/** The file at an address: `/a/` → `a/index.html` */
const fileAt = (address: string): string =>
  path.join(...address.slice(1).split('/')) + (address.endsWith('/') ? `${path.sep}index.html` : '');

/**
 * Writes `_redirects` and, where the site wants them, pages that lead on. A page never takes the place of a
 * file that is there.
 *
 * @returns old addresses that could get no page.
 */
export function writeRedirects(
  staging: string,
  redirects: readonly Redirect[],
  { base, url, locales, redirectPages }: SiteConfig,
): string[] {
  if (redirects.length === 0) return [];
  writeFileSync(path.join(staging, redirectsFile), redirectsText(hostRedirects(redirects, base)));
  const left: string[] = [];
  for (const { from, to } of redirectPages ? redirects.filter(canBePage) : []) {
    const file = path.join(staging, fileAt(from));
    const locale = locales.find(({ prefix }) => prefix !== '' && to.startsWith(`${prefix}/`)) ?? locales[0];
    const target = href(base, to);
    const page = redirectPage({ language: locale?.tag ?? 'zh', href: target, url: url + target });
    try {
      mkdirSync(path.dirname(file), { recursive: true });
      writeFileSync(file, page, { flag: 'wx' });
    } catch (error) {
      if (!['EEXIST', 'ENOTDIR', 'EISDIR'].includes((error as NodeJS.ErrnoException).code ?? '')) throw error;
      left.push(from);
    }
  }
  return left;
}
