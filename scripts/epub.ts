import path from 'node:path';
import { parseArgs } from 'node:util';
import { builtSite, checkLocale } from '../src/exports/built-articles.ts';
import { findBook } from '../src/exports/find-book.ts';
import { writeWhole } from '../src/exports/write-whole.ts';
import { outFolderOf } from '../src/loader/content-settings.ts';
import { givenPath, readArguments, readFolder, userErrors, withSettings } from './options.ts';

const usage = `npm run epub -- <series> [options]

  Binds the articles of a series of the built site into one EPUB, or makes one of a single article. The same
  site makes the same bytes.

  series      its id, as in \`series\` of the front matter; or an article, \`posts/lora\`
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
  if (!parsed.values.help && parsed.positionals.length !== 1)
    throw new Error('Name one series: npm run epub -- speculative-decoding');
  return parsed;
});
readFolder('out', values.out);
const { site: settings } = await withSettings(() => import('../src/site.config.ts'));

await userErrors(async () => {
  const locales = settings.locales.map(({ id }) => id);
  const site = builtSite(outFolderOf(), locales);
  checkLocale(site, values.locale);
  const book = findBook(site, positionals[0] ?? '', values.locale);
  const { makeEpub } = await import('../src/exports/epub.ts');
  const epub = await makeEpub(book, site, settings.name);
  const language = book.locale === locales[0] ? '' : `.${book.locale}`;
  const file = path.join(givenPath(values.to), `${book.name}${language}.epub`);
  writeWhole(file, epub);
  const count = book.articles.length;
  const chapters = `${String(count)} chapter${count === 1 ? '' : 's'}`;
  process.stdout.write(`${file}: ${chapters}, ${(epub.length / 1e6).toFixed(1)} MB\n`);
});
