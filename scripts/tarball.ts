import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { contentFolderOf, outFolderOf, projectRoot } from '../src/loader/content-settings.ts';
import { archiveTime } from '../src/publishing/archive-time.ts';
import { readHostedSite } from '../src/publishing/hosted-site.ts';
import { archiveFolder, siteArchive } from '../src/publishing/site-archive.ts';
import { tarGz } from '../src/publishing/tar.ts';
import { givenPath, readArguments, readFolder, userErrors, withSettings } from './options.ts';

const usage = `npm run tarball -- [file] [options]

  Writes the built site, with what nginx and Caddy need to serve it, as one archive. The same site makes the
  same bytes; the time of its files is that of the last commit, or SOURCE_DATE_EPOCH.

  file        where to; else ${archiveFolder}.tar.gz
  --out       folder of the built site (or DOWNLINK_OUT)
  --content   folder that it was built from (or DOWNLINK_CONTENT)
  --help      this text
`;

const { values, positionals } = readArguments(usage, () => {
  const parsed = parseArgs({
    allowPositionals: true,
    options: {
      out: { type: 'string' },
      content: { type: 'string' },
      help: { type: 'boolean', short: 'h' },
    },
  });
  if (parsed.positionals.length > 1) throw new Error('There is one file to write.');
  return parsed;
});
readFolder('out', values.out);
readFolder('content', values.content);
const { site } = await withSettings(() => import('../src/site.config.ts'));

await userErrors(() => {
  const out = outFolderOf();
  const hosted = readHostedSite(out);
  if (!hosted) {
    process.stderr.write('No site has been built yet: npm run build\n');
    process.exit(1);
  }
  const file = givenPath(positionals[0] ?? `${archiveFolder}.tar.gz`);
  const entries = siteArchive(out, hosted, site.url);
  const archive = tarGz(entries, archiveTime(out, [contentFolderOf(), projectRoot]));
  writeFileSync(file, archive);
  const megabytes = (archive.length / 1e6).toFixed(1);
  process.stdout.write(`${file}: ${String(entries.length)} files, ${megabytes} MB\n`);
  return Promise.resolve();
});
