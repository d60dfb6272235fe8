import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { ContentCompiler } from '../../../src/loader/content-compiler.ts';
import { DiskCache } from '../../../src/renditions/disk-cache.ts';
import { fillPage } from '../../../src/renditions/slot.ts';
import { RenditionStore } from '../../../src/renditions/store.ts';
import { type SiteConfigInput, siteConfigSchema } from '../../../src/schemas/site.ts';

/** Text of files by path; nothing for a file that is to be removed. */
type Files = Readonly<Record<string, string | Uint8Array | undefined>>;

/** A content folder with caches of its own. */
export class CachedSite {
  readonly #root = mkdtempSync(path.join(tmpdir(), 'downlink-cached-'));
  readonly content: string;
  readonly caches: Readonly<Record<'articles' | 'renditions', string>>;

  constructor(files: Files = {}) {
    this.content = path.join(this.#root, 'content');
    this.caches = {
      articles: path.join(this.#root, 'cache', 'articles'),
      renditions: path.join(this.#root, 'cache', 'renditions'),
    };
    mkdirSync(this.content);
    this.write(files);
  }

  write(files: Files): void {
    for (const [name, text] of Object.entries(files)) {
      const file = path.join(this.content, name);
      if (text === undefined) {
        rmSync(file);
        continue;
      }
      mkdirSync(path.dirname(file), { recursive: true });
      writeFileSync(file, text);
    }
  }

  /** A compiler as a new process would have it. */
  #open(settings: Partial<SiteConfigInput>, withCaches: boolean) {
    const store = new RenditionStore(withCaches ? new DiskCache(this.caches.renditions) : undefined);
    // The store of this process, as in `process-wide.ts`.
    Object.assign(globalThis, { [Symbol.for('downlink.renditions')]: store });
    const compiler = new ContentCompiler(
      {
        contentFolder: this.content,
        publicFolder: path.join(this.content, 'public'),
        site: siteConfigSchema.parse({
          ...{ name: 'Site', description: 'Site', url: 'https://example.org' },
          locales: [{ id: 'zh', tag: 'zh-CN' }],
          ...settings,
        }),
        now: new Date('2026-11-01'),
        includeUnpublished: false,
      },
      withCaches ? new DiskCache(this.caches.articles) : undefined,
    );
    return { compiler, store };
  }

  /**
   * Compiles the folder as a new process would.
   *
   * @param withCaches false for a run that knows of no other.
   */
  async run(settings: Partial<SiteConfigInput> = {}, withCaches = true) {
    return this.#compile(this.#open(settings, withCaches));
  }

  /** A process without caches that compiles the folder at each call, as the dev server does. */
  session() {
    const process = this.#open({}, false);
    return () => this.#compile(process);
  }

  async #compile({ compiler, store }: { compiler: ContentCompiler; store: RenditionStore }) {
    const { articles, diagnostics, fresh } = await compiler.compile();
    const pages = articles.map(({ html }) => html !== undefined && fillPage(html, store));
    const modules = await Promise.all(
      articles
        .filter(({ absolutePath }) => absolutePath.endsWith('.mdx'))
        .map(({ absolutePath, body }) =>
          compiler.mdxModule(body, absolutePath, {}, { optimize: false }).catch(String),
        ),
    );
    return {
      /** All that a run leaves behind. */
      result: { articles, diagnostics, pages, modules },
      /** Files that were compiled, from the content folder. */
      fresh: fresh.map((file) => path.relative(this.content, file)),
    };
  }

  /** What a run gives that knows of no other. */
  async cold(settings: Partial<SiteConfigInput> = {}) {
    return (await this.run(settings, false)).result;
  }

  remove(): void {
    rmSync(this.#root, { recursive: true, force: true });
  }
}
