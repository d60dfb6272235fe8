import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { projectRoot } from '../loader/content-settings.ts';
import type { SiteConfig } from '../schemas/site.ts';

/** What a page is printed by besides `src/`; the lock of what is installed says the versions of packages. */
const files = [
  'astro.config.mjs',
  'tsconfig.json',
  'package.json',
  'package-lock.json',
  'node_modules/.package-lock.json',
];

/** Names of assets that are made from templates, styles, scripts and faces, and not from an article's images. */
const assetName = /\.(?:css|js|woff2?)$/u;

function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
    .toSorted();
}

/**
 * A name for all that pages are printed by: templates and everything else in `src/`, the settings, versions of
 * Node and of packages, and which lists the header leads to. What it is made of is more than any single page
 * needs; it is never too little.
 *
 * @param empty lists without a page, see `emptyLists`.
 * @param root the project.
 */
export function sourcesFingerprint(site: SiteConfig, empty: ReadonlySet<string>, root = projectRoot): string {
  const hash = createHash('sha256').update(JSON.stringify([process.version, site, [...empty].toSorted()]));
  const sources = filesIn(path.join(root, 'src'));
  for (const file of [...sources, ...files.map((name) => path.join(root, name))]) {
    const content = existsSync(file) ? readFileSync(file) : '';
    hash.update(`\n${path.relative(root, file)} ${String(content.length)}\n`).update(content);
  }
  return hash.digest('base64url').slice(0, 22);
}

/**
 * A name for all that pages depend on besides what they show: what {@link sourcesFingerprint} names, and the
 * names of assets, which are made from their content.
 *
 * @param assets the folder of the assets of the new site.
 */
export function templateFingerprint(sources: string, assets: string): string {
  const hash = createHash('sha256').update(sources);
  const names = existsSync(assets) ? readdirSync(assets) : [];
  for (const name of names.toSorted()) if (assetName.test(name)) hash.update(`\n${name}`);
  return hash.digest('base64url').slice(0, 22);
}
