import { readFileSync } from 'node:fs';
import path from 'node:path';
import { forgetPrintedPages } from '../headers/printed-pages.ts';
import { publishArticles } from '../loader/article-entries.ts';
import { ArticleFiles } from '../loader/article-files.ts';
import { cacheFolderOf, cacheRootOf, projectRoot } from '../loader/content-settings.ts';
import { processSession } from '../loader/session.ts';
import { DiskCache } from '../renditions/disk-cache.ts';
import { siteSections } from '../site-sections.ts';
import { offerSocialImages } from '../social-images/shared.ts';
import { SocialImages } from '../social-images/social-images.ts';
import type { KnownImages } from './asked-images.ts';
import { keepingPrerenderer } from './keeping-prerenderer.ts';
import { BundleKeeping, bundleName, restoreBundle } from './kept-bundle.ts';
import { KeptPages } from './kept-pages.ts';
import type { OutputFolder } from './output-folder.ts';
import { onPagePrinted } from './page-counter.ts';
import { PageKeeping } from './page-keeping.ts';
import { imageFile, printFromBundle } from './print-from-bundle.ts';
import { sourcesFingerprint } from './template-fingerprint.ts';

/** What came of printing. */
export interface PrintedSite {
  /** Pages that were printed. */
  readonly pages: number;
  /** Files that are those of the last site. */
  readonly taken: number;
  readonly kept: KeptPages;
}

/** Begins with no page printed. */
function beginPrinting({ staging, out }: OutputFolder, sources: string, onPrinted: (pages: number) => void) {
  forgetPrintedPages();
  if (processSession().compiler.settings.site.socialImages)
    offerSocialImages(new SocialImages(new DiskCache(path.join(cacheRootOf(), 'social-images'))));
  const kept = new KeptPages(path.join(cacheFolderOf(), 'pages.json'), out);
  const count = { pages: 0, taken: 0 };
  onPagePrinted(() => {
    onPrinted((count.pages += 1));
  });
  const keeping = new PageKeeping({ pages: kept, staging, sources, onTaken: () => (count.taken += 1) });
  return { keeping, result: () => ({ ...count, kept }) };
}

/**
 * Prints the pages of the content that was checked, with what an earlier build has bundled, where that would
 * be bundled to the same today; else lets Astro build the site.
 *
 * @param onPrinted hears after each page how many have been printed.
 */
export async function printPages(
  output: OutputFolder,
  onPrinted: (pages: number) => void,
): Promise<PrintedSite> {
  const { compiler, content } = processSession();
  if (!content) throw new Error('Pages show what the content check compiled.');
  const { site } = compiler.settings;
  const { staging } = output;
  const files = new ArticleFiles(compiler.settings.contentFolder);
  publishArticles(content, files);
  const sources = sourcesFingerprint(site, siteSections().empty);
  const name = bundleName(sources, output.out, content, files);
  const printer = name === undefined ? undefined : await restoreBundle(name, staging);
  if (printer) {
    const { keeping, result } = beginPrinting(output, sources, onPrinted);
    const { kept: pages } = result();
    if (await printFromBundle({ ...printer, keeping, pages, staging, site })) return result();
  }
  const { keeping, result } = beginPrinting(output, sources, onPrinted);
  const bundle = name === undefined ? undefined : new BundleKeeping(name, staging);
  let images: KnownImages = new Map();
  const keep = keepingPrerenderer({
    keeping,
    base: site.base,
    onBundled: (modules, app, asked) => {
      images = asked;
      bundle?.begin(modules, app, asked);
    },
  });
  // Not before it is needed: what cannot be built is said sooner, and a process that ends while the bundler
  // starts its threads may never end.
  const { build } = await import('astro');
  await build({ root: projectRoot, outDir: staging, logLevel: 'warn', integrations: [keep] });
  for (const url of images.values()) {
    const image = imageFile(url, site.base);
    // They are named after all that they are made from.
    result().kept.keep(image, image, readFileSync(path.join(staging, image)));
  }
  bundle?.end();
  return result();
}
