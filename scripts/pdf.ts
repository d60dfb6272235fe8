import path from 'node:path';
import { parseArgs } from 'node:util';
import { builtSite, checkLocale, ExportError, findArticle } from '../src/exports/built-articles.ts';
import { pagesOf } from '../src/exports/pdf-facts.ts';
import { writeWhole } from '../src/exports/write-whole.ts';
import { outFolderOf } from '../src/loader/content-settings.ts';
import { chromiumFlags, findChromium } from './chromium.ts';
import { givenPath, readArguments, readFolder, userErrors, withSettings } from './options.ts';

const usage = `npm run pdf -- <article…> [options]

  Prints articles of the built site as PDF: A4, with numbered pages, an outline and links. It needs Chromium
  or Chrome, in one of the usual places or named by CHROME_PATH.

  article     its slug, \`lora\`; a page of the manual is \`docs/math\`
  --locale    id of its language; else the first one that it is written in
  --to        folder to write into; else that in which the command is called
  --out       folder of the built site (or DOWNLINK_OUT)
  --help      this text
`;

const { values, positionals } = readArguments(usage, () => {
  const parsed = parseArgs({
    allowPositionals: true,
    options: {
      locale: { type: 'string' },
      to: { type: 'string', default: '.' },
      out: { type: 'string' },
      help: { type: 'boolean', short: 'h' },
    },
  });
  if (!parsed.values.help && parsed.positionals.length === 0)
    throw new Error('Name the articles: npm run pdf -- lora');
  return parsed;
});
readFolder('out', values.out);
const { site: settings } = await withSettings(() => import('../src/site.config.ts'));

await userErrors(async () => {
  const locales = settings.locales.map(({ id }) => id);
  const site = builtSite(outFolderOf(), locales);
  checkLocale(site, values.locale);
  const articles = positionals.map((name) => findArticle(site, name, values.locale));
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
      const pdf = await printArticle(browser, article, site, settings.name);
      const language = article.locale === locales[0] ? '' : `.${article.locale}`;
      const file = path.join(givenPath(values.to), `${article.name.replaceAll('/', '-')}${language}.pdf`);
      writeWhole(file, pdf);
      const size = `${String(pagesOf(pdf))} pages, ${(pdf.length / 1e6).toFixed(1)} MB`;
      process.stdout.write(`${file}: ${size}\n`);
    }
  } finally {
    await browser.close();
  }
});
