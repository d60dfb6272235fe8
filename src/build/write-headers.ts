import { readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { headersFile, headersText } from '../headers/headers-file.ts';
import { type BuiltSite, headerRules } from '../headers/header-rules.ts';
import { takePrintedPages } from '../headers/printed-pages.ts';
import { makeFolder } from '../make-folder.ts';
import type { SiteConfig } from '../schemas/site.ts';

/** Folders of the site that hold no page. */
const withoutPages = new Set(['_assets', 'pagefind']);
const assets = '_assets';
/** Files at the top that have a rule of their own, or that hosts do not send. */
const besides = /^(?:\..*|_headers|_redirects|sw\.js|.*\.html)$/u;

/** Writes the style sheets and data that printed pages refer to. */
export function writePrintedFiles(staging: string): void {
  const { files } = takePrintedPages();
  const folder = path.join(staging, assets);
  makeFolder(folder);
  for (const [name, content] of files) writeFileSync(path.join(folder, name), content);
}

/** Writes `_headers` for the finished site, and what a host that reads none must know. */
export function writeHeaders(staging: string, { base, contentPolicy }: SiteConfig): void {
  const entries = readdirSync(staging, { withFileTypes: true });
  const { scripts, styles } = takePrintedPages();
  const site: BuiltSite = {
    base,
    hashes: { scripts, styles },
    foreign: contentPolicy,
    folders: entries
      .filter((entry) => entry.isDirectory() && !withoutPages.has(entry.name))
      .map(({ name }) => name)
      .toSorted(),
    pages: entries
      .map(({ name }) => name)
      .filter((name) => name.endsWith('.html'))
      .toSorted(),
    files: entries
      .filter((entry) => entry.isFile() && !besides.test(entry.name))
      .map(({ name }) => name)
      .toSorted(),
    searchWorkers: readdirSync(path.join(staging, assets))
      .filter((name) => /^search-worker\b.*\.js$/u.test(name))
      .map((name) => `${assets}/${name}`),
  };
  writeFileSync(path.join(staging, headersFile), headersText(headerRules(site)));
  // From a branch, GitHub Pages would publish nothing whose name begins with `_`.
  writeFileSync(path.join(staging, '.nojekyll'), '');
}
