import { parseArgs } from 'node:util';
import { readFolder, readArguments, userErrors, withSettings } from './options.ts';

const usage = `npm run new -- "title" [options]

  Writes a new article, as a draft, and never over another.

  --slug      its address; else made of the title, Han characters by their pinyin
  --locale    id of its language; else the default one of the site
  --series    id of the series whose last article it becomes
  --mdx       writes MDX instead of Markdown
  --content   folder with the articles (or DOWNLINK_CONTENT)
  --help      this text
`;

const options = readArguments(usage, () =>
  parseArgs({
    allowPositionals: true,
    options: {
      slug: { type: 'string' },
      locale: { type: 'string' },
      series: { type: 'string' },
      mdx: { type: 'boolean', default: false },
      content: { type: 'string' },
      help: { type: 'boolean', short: 'h' },
    },
  }),
);
const { values, positionals } = options;
readFolder('content', values.content);
const { site } = await withSettings(() => import('../src/site.config.ts'));
const { writeNewArticle } = await import('../src/authoring/new-article.ts');
const { contentFolderOf } = await import('../src/loader/content-settings.ts');
const { slug, locale, series, mdx } = values;
await userErrors(async () => {
  const article = { title: positionals.join(' '), slug, locale, series, isMdx: mdx, date: new Date() };
  const place = { contentFolder: contentFolderOf(), locales: site.locales.map(({ id }) => id) };
  process.stdout.write(`${await writeNewArticle(article, place)}\n`);
});
