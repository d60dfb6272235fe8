import { findBook } from '../src/exports/find-book.ts';
import { exportOptions, readExport } from './export-options.ts';
import { userErrors } from './options.ts';

const usage = `npm run epub -- <series> [options]

  Binds the articles of a series of the built site into one EPUB, or makes one of a single article. The same
  site makes the same bytes.

  series      its id, as in \`series\` of the front matter; or an article, \`posts/lora\`
${exportOptions}`;

const { names, locale, openSite, siteName, write } = await readExport(
  usage,
  'Name one series: npm run epub -- speculative-decoding',
  1,
);

await userErrors(async () => {
  const site = openSite();
  const book = findBook(site, names[0] ?? '', locale);
  const { makeEpub } = await import('../src/exports/epub.ts');
  const epub = await makeEpub(book, site, siteName);
  const file = write(book.name, book.locale, 'epub', epub);
  const count = book.articles.length;
  const chapters = `${String(count)} chapter${count === 1 ? '' : 's'}`;
  process.stdout.write(`${file}: ${chapters}, ${(epub.length / 1e6).toFixed(1)} MB\n`);
});
