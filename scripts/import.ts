import path from 'node:path';
import { parseArgs } from 'node:util';
import { givenPath, readArguments, readFolder, userErrors, withSettings } from './options.ts';

const usage = `npm run import -- <generator> <folder> [options]

  Converts the articles of hexo, hugo, jekyll, vuepress or obsidian: front matter, dialects, links, and the
  files that they show; of notebook, the notebooks of any folder, which stay notebooks. Says what it would
  write; nothing is written without --write, and nothing ever over a file that is there.

  --to        content folder to write into; else the project's (or DOWNLINK_CONTENT)
  --write     writes
  --help      this text
`;

const { values, positionals } = readArguments(usage, () => {
  const parsed = parseArgs({
    allowPositionals: true,
    options: {
      to: { type: 'string' },
      write: { type: 'boolean', default: false },
      help: { type: 'boolean', short: 'h' },
    },
  });
  if (!parsed.values.help && parsed.positionals.length !== 2) {
    throw new Error('Name a generator and a folder.');
  }
  return parsed;
});

const [generator = '', written = ''] = positionals;
readFolder('content', values.to);
const { site } = await withSettings(() => import('../src/site.config.ts'));
const { findImportSources, isGenerator, layouts } = await import('../src/authoring/import-sources.ts');
const { planImport, writeImport } = await import('../src/authoring/import-articles.ts');
const { AuthoringError } = await import('../src/authoring/new-article.ts');
const { formatReport } = await import('../src/diagnostics/report-text.ts');
const { displayPath } = await import('../src/loader/content-files.ts');
const { contentFolderOf } = await import('../src/loader/content-settings.ts');

await userErrors(async () => {
  if (!isGenerator(generator)) {
    throw new AuthoringError(`\`${generator}\` is none of ${Object.keys(layouts).join(', ')}.`);
  }
  const folder = givenPath(written);
  const to = contentFolderOf();
  const locales = site.locales.map(({ id }) => id);
  const plan = await planImport(await findImportSources(generator, folder, locales), to, locales);
  const kept = new Set(values.write ? writeImport(plan) : []);
  for (const { from, to: file } of plan.files) {
    const note = kept.has(file) ? '  is there already and stays' : '';
    process.stdout.write(`${displayPath(file)}  ←  ${path.relative(folder, from)}${note}\n`);
  }
  const report = formatReport(plan.diagnostics, plan.sourceOf);
  if (report !== '') process.stdout.write(`\nNot converted, or guessed:\n\n${report}`);
  const [first, ...others] = plan.withoutAddress;
  if (first !== undefined) {
    const articles =
      others.length === 0
        ? `address of ${first} cannot be told: name it`
        : `addresses of ${String(others.length + 1)} articles cannot be told, ${first} among them: name them`;
    process.stdout.write(`\nThe old ${articles} under \`redirectFrom\`, or old links end nowhere.\n`);
  }
  const done = values.write
    ? `${String(plan.files.length - kept.size)} files written. What remains: npm run check -- --content ${displayPath(to)}`
    : `${String(plan.files.length)} files would be written; write them with --write`;
  process.stdout.write(`\n${done}\n`);
  if (kept.size > 0) process.exitCode = 1;
});
