import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { StaticPaths } from 'astro/runtime/prerender/static-paths.js';
import type { SiteConfig } from '../schemas/site.ts';
import { ImagesOfLastBuild } from './asked-images.ts';
import type { Printer } from './kept-bundle.ts';
import type { KeptPages } from './kept-pages.ts';
import { fileOf, type PageKeeping, type PagePath } from './page-keeping.ts';

/** The address under which Astro asks for a page. */
function urlOf({ pathname, route }: PagePath, { url, base }: SiteConfig): URL {
  const name = pathname.replace(/^\/+|\/+$/gu, '');
  const isFile = name === '' || (route.type === 'endpoint' && path.posix.extname(name) !== '');
  return new URL(base + name + (isFile ? '' : '/'), url);
}

/** Where the file of an image is in the site, by its address. */
export const imageFile = (url: string, base: string): string => decodeURI(url).slice(base.length);

/** What printing without Astro needs. */
interface Printing extends Printer {
  readonly keeping: PageKeeping;
  readonly pages: KeptPages;
  readonly staging: string;
  readonly site: SiteConfig;
}

/** Prints the pages that cannot be taken over. @returns whether all of them are pages. */
async function printAll({ app, keeping, staging, site }: Printing): Promise<boolean> {
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

/**
 * Prints pages with what an earlier build has bundled, as Astro would.
 *
 * @returns whether it has: errors, two pages with one address, answers that are no pages, and images that the
 *   last site has not are Astro's to deal with.
 */
export async function printFromBundle(printing: Printing): Promise<boolean> {
  const { images: known, pages, staging, site } = printing;
  const images = new ImagesOfLastBuild(known);
  try {
    if (!(await printAll(printing)) || images.isMissingOne) return false;
    return [...images.urls]
      .map((url) => imageFile(url, site.base))
      .every((name) => pages.take(name, name, staging));
  } catch {
    // Astro comes to the same error, and says where.
    return false;
  } finally {
    images.end();
  }
}
