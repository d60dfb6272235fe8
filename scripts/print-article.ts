import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import type { Browser, Page, Route } from 'playwright-core';
import type { BuiltArticle, BuiltSite } from '../src/exports/built-articles.ts';
import { withFacts } from '../src/exports/pdf-facts.ts';
import { pageMargins } from '../src/exports/print-sheet.ts';
import { printablePage } from '../src/exports/printable-page.ts';
import { wordsOf } from '../src/i18n/words.ts';
import { projectRoot } from '../src/loader/content-settings.ts';
import { contentTypeOf } from '../src/publishing/media-types.ts';

/** Where files are that only the printed page has; no page of a site begins with a dot. */
const own = '.print/';
const hanFolder = path.join(projectRoot, 'node_modules', '@fontsource-variable', 'noto-sans-sc');
const ownSheet = path.join(projectRoot, 'src', 'exports', 'print.css');

/** A4 without the margins of `print.css`, in pixels of CSS. */
const pageWidth = Math.round(((210 - 2 * 20) / 25.4) * 96);

/** The packaged Chinese face under the name that the site's styles ask for where the system has none. */
const hanFaces = (): string =>
  readFileSync(path.join(hanFolder, 'index.css'), 'utf8').replaceAll(
    "'Noto Sans SC Variable'",
    "'Noto Sans SC'",
  );

/** What the browser gets under an address of the site: files of its folder, and those of the printed page. */
function fileOf(address: string, { base, out }: BuiltSite, page: Record<string, () => string>) {
  const pathname = decodeURIComponent(new URL(address).pathname);
  const made = page[pathname];
  if (made) return { body: made(), contentType: contentTypeOf(pathname.endsWith('/') ? 'a.html' : pathname) };
  const below = pathname.startsWith(base) ? pathname.slice(base.length) : undefined;
  if (below === undefined) return undefined;
  const han = `${own}han/`;
  const file = below.startsWith(han) ? path.join(hanFolder, below.slice(han.length)) : path.join(out, below);
  if (!statSync(file, { throwIfNoEntry: false })?.isFile()) return undefined;
  return { body: readFileSync(file), contentType: contentTypeOf(file) };
}

/** Makes what is wider than the column smaller, so that nothing is cut; runs in the page. */
function fitColumn(): void {
  const wide = (box: Element, inner: Element): number => {
    const [room, width] = [box.getBoundingClientRect().width, inner.getBoundingClientRect().width];
    return width > room + 0.5 ? room / width : 1;
  };
  for (const formula of document.querySelectorAll<HTMLElement>('.prose .katex-display > .katex')) {
    const inner = formula.querySelector('.katex-html');
    const share = inner && formula.parentElement ? wide(formula.parentElement, inner) : 1;
    if (share < 1) formula.style.fontSize = `${String(1.08 * share * 0.995)}em`;
  }
  for (const formula of document.querySelectorAll<HTMLElement>('.prose .katex')) {
    // A long one in a line may go on in the next, after a relation or an operation, or lines would be set loosely.
    const column = formula.closest('p, li, dd, td, .prose')?.getBoundingClientRect().width ?? 0;
    if (formula.closest('.katex-display') || formula.getBoundingClientRect().width < column / 5) continue;
    // The last part stays with the sign that follows it.
    for (const part of [...formula.querySelectorAll('.katex-html > .katex-base')].slice(0, -1)) {
      const box = document.createElement('span');
      box.style.whiteSpace = 'normal';
      part.replaceWith(box);
      box.append(part);
    }
  }
  for (const table of document.querySelectorAll<HTMLElement>('.prose table')) {
    const share = table.parentElement ? wide(table.parentElement, table) : 1;
    if (share < 1) table.style.zoom = String(share * 0.995);
  }
  for (const code of document.querySelectorAll<HTMLElement>('.prose .code pre > code')) {
    const pre = code.parentElement;
    if (!pre) continue;
    const { paddingLeft, paddingRight, fontSize } = getComputedStyle(pre);
    const room = pre.clientWidth - Number.parseFloat(paddingLeft) - Number.parseFloat(paddingRight);
    pre.style.whiteSpace = 'pre';
    const share = room / code.getBoundingClientRect().width;
    pre.style.whiteSpace = '';
    // Rather a little smaller than broken lines; what is longer than that is broken.
    if (share < 1 && share > 0.8)
      pre.style.fontSize = `${String(Number.parseFloat(fontSize) * share * 0.99)}px`;
  }
  for (const block of document.querySelectorAll<HTMLElement>('.prose > *, .prose svg')) {
    const share = block.clientWidth > 0 ? block.clientWidth / block.scrollWidth : 1;
    if (share < 0.998) block.style.zoom = String(share);
  }
}

async function openArticle(
  page: Page,
  article: BuiltArticle,
  site: BuiltSite,
  siteName: string,
): Promise<void> {
  const { url } = article;
  const address = (name: string): string => `${site.base}${own}${name}`;
  const made: Record<string, () => string> = {
    [decodeURIComponent(new URL(url).pathname)]: () =>
      printablePage(article, {
        sheets: [address('han/index.css'), address('print.css')],
        linksTitle: wordsOf(article.language).printedLinks,
      }),
    [address('han/index.css')]: hanFaces,
    [address('print.css')]: () => readFileSync(ownSheet, 'utf8') + pageMargins(article, siteName),
  };
  // The page stands under its own address, and no word goes to any host: links lead where readers find them.
  await page.route('**/*', async (route: Route) => {
    const request = route.request().url();
    const found = new URL(request).origin === new URL(url).origin ? fileOf(request, site, made) : undefined;
    await (found ? route.fulfill(found) : route.abort());
  });
  await page.emulateMedia({ media: 'print', colorScheme: 'light', reducedMotion: 'reduce' });
  await page.goto(url);
  await page.evaluate(async () => {
    // Faces are asked for when the page is laid out.
    document.body.getBoundingClientRect();
    await document.fonts.ready;
  });
  await page.evaluate(fitColumn);
}

/** An article as PDF: A4, with numbered pages, an outline, tags, and what it is in its properties. */
export async function printArticle(
  browser: Browser,
  article: BuiltArticle,
  site: BuiltSite,
  siteName: string,
): Promise<Buffer> {
  // Without scripts all tabs and folded texts are there, and figures are as the build drew them.
  const context = await browser.newContext({
    javaScriptEnabled: false,
    serviceWorkers: 'block',
    viewport: { width: pageWidth, height: 1000 },
  });
  try {
    const page = await context.newPage();
    await openArticle(page, article, site, siteName);
    const pdf = await page.pdf({
      preferCSSPageSize: true,
      printBackground: true,
      outline: true,
      tagged: true,
    });
    return withFacts(pdf, article);
  } finally {
    await context.close();
  }
}
