import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { StaticPaths } from 'astro/runtime/prerender/static-paths.js';
import type { SiteConfig } from '../schemas/site.ts';
import type { BundledApp } from './kept-bundle.ts';
import { fileOf, type PageKeeping, type PagePath } from './page-keeping.ts';

/** The address under which Astro asks for a page. */
function urlOf({ pathname, route }: PagePath, { url, base }: SiteConfig): URL {
  const name = pathname.replace(/^\/+|\/+$/gu, '');
  const isFile = name === '' || (route.type === 'endpoint' && path.posix.extname(name) !== '');
  return new URL(base + name + (isFile ? '' : '/'), url);
}

/**
 * Prints pages with what an earlier build has bundled, as Astro would.
 *
 * @returns whether it has: two pages with one address, and answers that are no pages, are Astro's to deal with.
 */
export async function printFromBundle(
  app: BundledApp,
  keeping: PageKeeping,
  staging: string,
  site: SiteConfig,
): Promise<boolean> {
  const paths: PagePath[] = await new StaticPaths(app).getAll();
  if (new Set(paths.map(fileOf)).size < paths.length) return false;
  for (const one of keeping.untaken(paths)) {
    const file = path.join(staging, fileOf(one));
    // A file of the public folder comes first.
    if (existsSync(file)) return false;
    const request = new Request(urlOf(one, site));
    const response = await keeping.print(one.pathname, () => app.render(request, { routeData: one.route }));
    if (response.status >= 300 && response.status < 400) return false;
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, new Uint8Array(await response.arrayBuffer()));
  }
  return true;
}
