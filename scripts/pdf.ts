import { ExportError, findArticle } from '../src/exports/built-articles.ts';
import { pagesOf } from '../src/exports/pdf-facts.ts';
import { chromiumFlags, findChromium } from './chromium.ts';
import { exportOptions, readExport } from './export-options.ts';
import { userErrors } from './options.ts';

const usage = `npm run pdf -- <article…> [options]

  Prints articles of the built site as PDF: A4, with numbered pages, an outline and links. It needs Chromium
  or Chrome, in one of the usual places or named by CHROME_PATH.

  article     its slug, \`lora\`; a page of the manual is \`docs/math\`
${exportOptions}`;

const { names, locale, openSite, siteName, write } = await readExport(
  usage,
  'Name the articles: npm run pdf -- lora',
);

await userErrors(async () => {
  const site = openSite();
  const articles = names.map((name) => findArticle(site, name, locale));
  const executablePath = findChromium();
  if (executablePath === undefined)
    throw new ExportError(
      'There is no browser: install Chromium or Chrome, or set CHROME_PATH to its executable.',
    );
  const [{ chromium }, { printArticle }] = await Promise.all([
    import('playwright-core'),
    import('./print-article.ts'),
  ]);
  const browser = await chromium.launch({ executablePath, args: chromiumFlags });
  try {
    // Older ones have no running heads.
    if (Number.parseInt(browser.version()) < 131)
      throw new ExportError(
        `This needs Chromium 131 or newer, and ${executablePath} is ${browser.version()}.`,
      );
    for (const article of articles) {
      const pdf = await printArticle(browser, article, site, siteName);
      const file = write(article.name.replaceAll('/', '-'), article.locale, 'pdf', pdf);
      const size = `${String(pagesOf(pdf))} pages, ${(pdf.length / 1e6).toFixed(1)} MB`;
      process.stdout.write(`${file}: ${size}\n`);
    }
  } finally {
    await browser.close();
  }
});
