import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { StaticPaths } from 'astro/runtime/prerender/static-paths.js';
import type { ArticleFiles } from '../loader/article-files.ts';
import { fontAliases } from '../fonts/font-aliases.ts';
import type { CompiledContent } from '../loader/content-compiler.ts';
import { cacheFolderOf, projectRoot } from '../loader/content-settings.ts';
import { keepFolder, restoreFolder } from '../loader/kept-folder.ts';
import type { KnownImages } from './asked-images.ts';

/** What Astro tells a bundle before it prints pages, as far as that is used. */
interface PrinterState {
  /** Style sheets of each page, by the keys of the pages. */
  readonly pages: readonly (readonly [key: string, styles: readonly object[]])[];
  /** Scripts of integrations. */
  readonly scripts: readonly object[];
  /** Images that were made, by what was asked for. */
  readonly images: readonly (readonly [asked: string, url: string])[];
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
 * A name for all that Vite and Astro bundle: templates, faces, articles that are modules, and files of
 * articles. Nothing where one of these files cannot be read.
 *
 * @param sources a name for templates, settings and versions.
 */
export function bundleName(
  sources: string,
  out: string,
  { articles }: Pick<CompiledContent, 'articles'>,
  files: ArticleFiles,
): string | undefined {
  const bundled = articles
    .filter(({ html, hasFiles }) => html === undefined || hasFiles)
    .map((article) => {
      const { absolutePath, html, digest } = article;
      return [absolutePath, html === undefined ? digest : '', files.nameOf(article)];
    })
    .toSorted();
  if (bundled.some((parts) => parts.includes(undefined))) return undefined;
  const hash = createHash('sha256').update(JSON.stringify([sources, out, bundled]));
  for (const { find, replacement } of fontAliases())
    hash.update(`\n${find.source}\n`).update(readFileSync(replacement));
  return hash.digest('base64url').slice(0, 22);
}

/** Keeps what Astro bundles for the next build: begun before pages are printed, ended when they are. */
export class BundleKeeping {
  readonly #unfinished = path.join(runFolder, '..', 'printer-unfinished');
  readonly #madeFrom: string;
  readonly #staging: string;
  #state: Omit<PrinterState, 'images'> | undefined;
  #assets: readonly string[] = [];
  #images: KnownImages = new Map();

  constructor(madeFrom: string, staging: string) {
    this.#madeFrom = madeFrom;
    this.#staging = staging;
  }

  /**
   * @param modules the folder of the modules that print pages.
   * @param app Astro's application in them, ready to print.
   */
  begin(modules: string, app: BundledApp, images: KnownImages): void {
    const options = app.getOptions?.();
    if (!options) return;
    try {
      rmSync(this.#unfinished, { recursive: true, force: true });
      cpSync(modules, path.join(this.#unfinished, parts.modules), { recursive: true });
    } catch {
      // On a full or read-only disk, nothing is kept.
      return;
    }
    this.#assets = readdirSync(path.join(this.#staging, '_assets'));
    this.#images = images;
    this.#state = {
      pages: Object.values(options.allPages).map(({ key, styles }) => [key, styles]),
      scripts: options.settings.scripts,
    };
  }

  /** The pages are printed, and Astro has removed images that none of them shows as they are. */
  end(): void {
    if (!this.#state) return;
    try {
      for (const name of this.#assets) {
        const file = path.join(this.#staging, '_assets', name);
        if (existsSync(file)) cpSync(file, path.join(this.#unfinished, parts.assets, name));
      }
      const state: PrinterState = { ...this.#state, images: [...this.#images] };
      writeFileSync(path.join(this.#unfinished, stateName), JSON.stringify(state));
      keepFolder(this.#unfinished, this.#madeFrom, keptFolder());
    } catch {
      // The same.
    } finally {
      rmSync(this.#unfinished, { recursive: true, force: true });
    }
  }
}

/** Astro's application in an entry; nothing where that cannot be loaded any more. */
async function load(entry: string): Promise<BundledApp | undefined> {
  try {
    return ((await import(pathToFileURL(entry).href)) as { app: BundledApp }).app;
  } catch {
    return undefined;
  }
}

/** What prints pages without Astro. */
export interface Printer {
  readonly app: BundledApp;
  /** Images that were made for the last site, by what was asked for. */
  readonly images: KnownImages;
}

/**
 * Makes the application of an earlier build ready to print, and puts its assets into the new site.
 *
 * @returns nothing where none of that name is kept.
 */
export async function restoreBundle(madeFrom: string, staging: string): Promise<Printer | undefined> {
  rmSync(runFolder, { recursive: true, force: true });
  if (!restoreFolder(keptFolder(), madeFrom, runFolder)) return undefined;
  const modules = path.join(runFolder, parts.modules);
  const entry = readdirSync(modules).find((name) => entryName.test(name));
  if (entry === undefined) return undefined;
  const { pages, scripts, images } = JSON.parse(
    readFileSync(path.join(runFolder, stateName), 'utf8'),
  ) as PrinterState;
  copyPublicFiles(staging);
  mkdirSync(path.join(staging, '_assets'), { recursive: true });
  cpSync(path.join(runFolder, parts.assets), path.join(staging, '_assets'), { recursive: true });
  process.env.NODE_ENV ??= 'production';
  const app = await load(path.join(modules, entry));
  if (!app) return undefined;
  app.setInternals({
    pagesByKeys: new Map(pages.map(([key, styles]) => [key, { styles }])),
    entrySpecifierToBundleMap: new Map(),
  });
  app.setOptions({ settings: { scripts }, logger: { options: { destination: { write: () => true } } } });
  return { app, images: new Map(images) };
}

function copyPublicFiles(staging: string): void {
  const folder = path.join(projectRoot, 'public');
  if (existsSync(folder)) cpSync(folder, staging, { recursive: true });
}
