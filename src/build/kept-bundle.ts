import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { StaticPaths } from 'astro/runtime/prerender/static-paths.js';
import { fontAliases } from '../fonts/font-aliases.ts';
import type { CompiledContent } from '../loader/content-compiler.ts';
import { cacheFolderOf, projectRoot } from '../loader/content-settings.ts';
import { keepFolder, restoreFolder } from '../loader/kept-folder.ts';

/** What Astro tells a bundle before it prints pages, as far as that is used. */
interface PrinterState {
  /** Style sheets of each page, by the keys of the pages. */
  readonly pages: readonly (readonly [key: string, styles: readonly object[]])[];
  /** Scripts of integrations. */
  readonly scripts: readonly object[];
}

/** Astro's application in a bundle, as far as it is used here. */
export type BundledApp = ConstructorParameters<typeof StaticPaths>[0] & {
  render(request: Request, options: { routeData: object }): Promise<Response>;
  setInternals(internals: object): void;
  setOptions(options: object): void;
  getOptions?(): {
    readonly allPages: Readonly<Record<string, { key: string; styles: readonly object[] }>>;
    readonly settings: { readonly scripts: readonly object[] };
  };
};

const stateName = 'state.json';
const entryName = /^prerender-entry\..*\.mjs$/u;
/** Parts of a kept bundle: modules that print pages, and the assets of the site. */
const parts = { modules: 'modules', assets: 'assets' };

const keptFolder = (): string => path.join(cacheFolderOf(), 'bundle');

/** In the project, where its imports of packages are found. */
const runFolder = path.join(projectRoot, 'node_modules', '.cache', 'downlink', 'printer');

/**
 * A name for all that Vite and Astro bundle: templates, faces, and articles that are modules. Nothing where
 * articles bring files of their own, which are bundled too.
 *
 * @param sources a name for templates, settings and versions.
 */
export function bundleName(
  sources: string,
  out: string,
  { articles }: Pick<CompiledContent, 'articles'>,
): string | undefined {
  if (articles.some(({ hasFiles }) => hasFiles)) return undefined;
  const modules = articles
    .filter(({ html }) => html === undefined)
    .map(({ absolutePath, digest }) => [absolutePath, digest])
    .toSorted();
  const hash = createHash('sha256').update(JSON.stringify([sources, out, modules]));
  for (const { find, replacement } of fontAliases())
    hash.update(`\n${find.source}\n`).update(readFileSync(replacement));
  return hash.digest('base64url').slice(0, 22);
}

function stateOf(app: BundledApp): PrinterState | undefined {
  const options = app.getOptions?.();
  if (!options) return undefined;
  return {
    pages: Object.values(options.allPages).map(({ key, styles }) => [key, styles]),
    scripts: options.settings.scripts,
  };
}

/**
 * Keeps what Astro has bundled for the next build.
 *
 * @param modules the folder of the modules that print pages.
 * @param app Astro's application in them, ready to print.
 */
export function keepBundle(madeFrom: string, modules: string, staging: string, app: BundledApp): void {
  const state = stateOf(app);
  if (!state) return;
  const whole = path.join(runFolder, '..', 'printer-unfinished');
  rmSync(whole, { recursive: true, force: true });
  try {
    cpSync(modules, path.join(whole, parts.modules), { recursive: true });
    cpSync(path.join(staging, '_assets'), path.join(whole, parts.assets), { recursive: true });
    writeFileSync(path.join(whole, stateName), JSON.stringify(state));
    keepFolder(whole, madeFrom, keptFolder());
  } finally {
    rmSync(whole, { recursive: true, force: true });
  }
}

/**
 * Makes the application of an earlier build ready to print, and puts its assets into the new site.
 *
 * @returns nothing where none of that name is kept.
 */
export async function restoreBundle(madeFrom: string, staging: string): Promise<BundledApp | undefined> {
  rmSync(runFolder, { recursive: true, force: true });
  if (!restoreFolder(keptFolder(), madeFrom, runFolder)) return undefined;
  const modules = path.join(runFolder, parts.modules);
  const entry = readdirSync(modules).find((name) => entryName.test(name));
  if (entry === undefined) return undefined;
  const { pages, scripts } = JSON.parse(
    readFileSync(path.join(runFolder, stateName), 'utf8'),
  ) as PrinterState;
  copyPublicFiles(staging);
  mkdirSync(path.join(staging, '_assets'), { recursive: true });
  cpSync(path.join(runFolder, parts.assets), path.join(staging, '_assets'), { recursive: true });
  process.env.NODE_ENV ??= 'production';
  const { app } = (await import(pathToFileURL(path.join(modules, entry)).href)) as { app: BundledApp };
  app.setInternals({
    pagesByKeys: new Map(pages.map(([key, styles]) => [key, { styles }])),
    entrySpecifierToBundleMap: new Map(),
  });
  app.setOptions({ settings: { scripts }, logger: { options: { destination: { write: () => true } } } });
  return app;
}

function copyPublicFiles(staging: string): void {
  const folder = path.join(projectRoot, 'public');
  if (existsSync(folder)) cpSync(folder, staging, { recursive: true });
}
