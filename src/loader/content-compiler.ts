import path from 'node:path';
import { type Diagnostic, diagnose, type Finding } from '../diagnostics/diagnostic.ts';
import { type ArticleContext, createContext } from '../markdown/context.ts';
import type { MdxRendererOptions } from '../markdown/processor.ts';
import { withCell } from '../notebooks/notebook.ts';
import type { Place } from '../notebooks/notebook-text.ts';
import type { DiskCache } from '../renditions/disk-cache.ts';
import { processRenditions } from '../renditions/shared.ts';
import type { Redirect } from '../redirects.ts';
import { RenditionStore } from '../renditions/store.ts';
import type { Glossary } from '../schemas/glossary.ts';
import type { KnownContext } from './article-cache.ts';
import { withDigest } from './article-digest.ts';
import { ArticleRenderer } from './article-renderer.ts';
import { ArticleWorlds } from './article-worlds.ts';
import { checkContentFiles } from './check-content-files.ts';
import { checkFragments } from './check-fragments.ts';
import { checkRules } from './check-rules.ts';
import { type CompiledArticle, describeArticle, type MdxModule } from './compile-article.ts';
import { displayPath } from './content-files.ts';
import type { ContentSettings } from './content-settings.ts';
import { DiskMemo } from './disk-memo.ts';
import { findRedirects } from './find-redirects.ts';
import { ImageChecker } from './image-check.ts';
import { knownFrontMatter, type ParseFrontMatter } from './known-front-matter.ts';
import { type KnownSplits, type LastGood, readArticles, type SourceArticle } from './read-articles.ts';
import { readAuthors } from './read-authors.ts';
import { BibliographyReader } from './read-bibliography.ts';
import { readGlossary } from './read-glossary.ts';
import { checkSeries, readSeries } from './read-series.ts';
import type { RenderedAhead, RenderJob } from './render-ahead.ts';
import { type RenderLater, withoutText } from './render-later.ts';
import { renderMissing, renderShare } from './render-missing.ts';
import { settingsFile, settingsRedirects, settingsSource } from './settings-redirects.ts';
import { mapSite } from './site-map.ts';
import { TermFinders } from './term-finder.ts';
import { unusableImages } from './unusable-images.ts';

/** What a run found. */
export interface CompiledContent {
  /** Newest first. */
  readonly articles: readonly CompiledArticle[];
  /** Empty where the folder has no `glossary.yaml`. */
  readonly glossary: Glossary;
  /** Addresses that articles had before, sorted. */
  readonly redirects: readonly Redirect[];
  readonly diagnostics: readonly Diagnostic[];
  /** MDX files that were compiled before, to something else. */
  readonly changedModules: readonly string[];
  /** Files that were compiled in this run; the others came out of the cache. */
  readonly fresh: readonly string[];
  /** Articles of which only what front matter says is known yet, by absolute path; see `render-later.ts`. */
  readonly waiting: ReadonlySet<string>;
  /** Text of a reported file, for code frames. */
  readonly sourceOf: (file: string) => string | undefined;
}

interface Compiled {
  readonly source: SourceArticle;
  readonly article: CompiledArticle;
  readonly context: ArticleContext;
  readonly isFresh: boolean;
}

/** The modules that read a bibliography. */
const bibtexModule = new URL('../citations/parse-bibtex.ts', import.meta.url);
const formulaModule = new URL('../renditions/formula.ts', import.meta.url);

const newestFirst = ({ data: a }: CompiledArticle, { data: b }: CompiledArticle): number =>
  b.date.getTime() - a.date.getTime() || (a.slug < b.slug ? -1 : 1);

/** Compiles a content folder: every file is read once, and rendered once until it changes. */
export class ContentCompiler {
  readonly settings: ContentSettings;
  readonly renditions = processRenditions(() => new RenditionStore());
  readonly #mdxModules = new Map<string, { readonly body: string; readonly module: MdxModule }>();
  readonly #disk: DiskCache | undefined;
  readonly #renderer: ArticleRenderer;
  readonly #bibliographyMemo: DiskMemo;
  readonly #images: ImageChecker;
  readonly #frontMatter: ParseFrontMatter;
  #diagnostics: Diagnostic[] = [];
  #changedModules: string[] = [];
  /** Where the cells of notebooks begin, by file, once these are read. */
  #cells: ReadonlyMap<string, readonly Place[]> = new Map();
  /** Articles whose files cannot be read now, by absolute path. */
  #stale: ReadonlySet<string> = new Set();
  readonly #worlds: ArticleWorlds;
  /** Files as they were read last, and the terms of the glossary. */
  readonly #splits: KnownSplits = new Map();
  /** While an author writes, a page stays as it was until its file can be read again. */
  readonly #lastGood: LastGood | undefined;
  readonly #terms = new TermFinders();

  /** @param disk keeps compiled articles from one run to the next. */
  constructor(settings: ContentSettings, disk?: DiskCache) {
    this.settings = settings;
    this.#lastGood = settings.includeUnpublished ? new Map() : undefined;
    this.#disk = disk;
    const { site, includeUnpublished } = settings;
    this.#renderer = new ArticleRenderer(this.renditions, disk, [site.base, includeUnpublished]);
    this.#bibliographyMemo = new DiskMemo(disk, [bibtexModule, formulaModule]);
    this.#images = new ImageChecker(disk);
    this.#frontMatter = knownFrontMatter(disk);
    this.#worlds = new ArticleWorlds(settings, this.renditions);
  }

  /**
   * Reads and compiles the whole folder.
   *
   * @param onProgress called after each article with how many are done, of how many.
   * @param later puts off what nobody has asked for; else all articles are rendered.
   */
  async compile(
    onProgress?: (done: number, total: number) => void,
    later?: RenderLater,
  ): Promise<CompiledContent> {
    const { sources, published, shared, glossary, texts, bibliographies } = await this.#read();
    const waiting = later?.postpone(this.#parts, sources) ?? new Set<string>();
    const isNow = ({ file }: SourceArticle): boolean => !waiting.has(file.absolutePath);
    const ahead = await renderMissing(this.#parts, sources.filter(isNow), onProgress);
    const all: Compiled[] = [];
    for (const source of sources) {
      const report = source.isStale ? (): undefined => undefined : this.#reportIn(source.file.displayPath);
      const known = this.#worlds.of(source, report);
      const { rendered, context, keys, fonts, isFresh, name, terms } = isNow(source)
        ? await this.#render(source, known)
        : withoutText(source, known);
      const { module, ...printed } = rendered;
      if (module) this.#keepModule(source, module);
      const data = describeArticle(source, context, shared, terms);
      const body = source.body.trim();
      if (body === '') report({ rule: 'content/empty', message: 'The article has no text.' });
      const { absolutePath } = source.file;
      const article = {
        absolutePath,
        data,
        body,
        sections: context.sections,
        copy: context.copy,
        keys,
        fonts,
        ...printed,
      };
      all.push({
        source,
        context,
        article: withDigest(article, module, name),
        isFresh: isFresh || ahead.has(absolutePath),
      });
      if (ahead.size === 0) onProgress?.(all.length, sources.length);
    }
    const contexts = all.map(({ context }) => context);
    checkFragments(contexts, waiting);
    const ofSettings = settingsRedirects(this.settings.site);
    const siteMap = mapSite(this.settings, [...published]);
    const redirects = findRedirects(siteMap, [...published], ofSettings, this.#reportIn);
    if (ofSettings.length > 0) texts.set(settingsFile, settingsSource());
    this.renditions.save();
    this.#disk?.save();

    return {
      articles: all
        .filter(({ source }) => published.has(source))
        .map(({ article }) => article)
        .toSorted(newestFirst),
      glossary,
      redirects,
      diagnostics: this.#diagnostics,
      changedModules: this.#changedModules,
      fresh: all.filter(({ isFresh }) => isFresh).map(({ source }) => source.file.displayPath),
      waiting,
      sourceOf: (file) => texts.get(file) ?? bibliographies.sources.get(file),
    };
  }

  /** Reads everything but the text of articles, and what is known of each before it is rendered. */
  async #read() {
    const { contentFolder, now } = this.settings;
    this.#diagnostics = [];
    this.#changedModules = [];
    this.#cells = new Map();
    checkRules(this.settings.site.rules, this.#reportIn(settingsFile));
    const authorsFile = await readAuthors(contentFolder, (file, finding) => {
      this.#reportIn(displayPath(file))(finding);
    });
    const { glossary, sources: glossarySources } = await readGlossary(contentFolder, this.#reportIn);
    const { file: seriesFile, sources: seriesSources } = await readSeries(
      contentFolder,
      this.#localeIds,
      this.#reportIn,
    );
    const isLenient = this.settings.lenient === true;
    const sources = await readArticles(
      await checkContentFiles(contentFolder, this.#localeIds, this.#reportIn),
      contentFolder,
      {
        ...{ locales: this.#localeIds, guessEncoding: isLenient, showsUnread: isLenient },
        ...{ known: this.#splits, lastGood: this.#lastGood, parse: this.#frontMatter },
      },
      this.#reportIn,
    );
    this.#stale = new Set(sources.flatMap(({ file, isStale }) => (isStale ? file.absolutePath : [])));
    this.#cells = new Map(sources.map(({ file, cells = [] }) => [file.displayPath, cells]));
    const published = sources.filter((source) => this.#isPublished(source));
    checkSeries(sources, seriesFile, this.#reportIn);
    const shared = {
      authors: authorsFile?.authors,
      series: seriesFile?.series ?? new Map<string, never>(),
      terms: this.#terms.of(glossary, glossarySources),
      locales: this.#localeIds,
      now,
    };
    this.#worlds.publish(published, shared.terms.names);
    const bibliographies = this.#bibliographyReader();
    for (const source of sources) this.#worlds.learn(source, await bibliographies.of(source));
    const texts = new Map(sources.map(({ file, source }) => [file.displayPath, source]));
    for (const [file, text] of [...glossarySources, ...seriesSources]) texts.set(file, text);
    if (authorsFile) texts.set(displayPath(authorsFile.file), authorsFile.source);
    return { sources, published: new Set(published), shared, glossary, texts, bibliographies };
  }

  /** Renders articles for another thread until all are taken. */
  async renderShare(job: RenderJob, onRendered: (article: RenderedAhead) => void): Promise<void> {
    const { sources } = await this.#read();
    await renderShare(this.#parts, sources, job, onRendered);
  }

  get #parts() {
    return { settings: this.settings, renderer: this.#renderer, worlds: this.#worlds };
  }

  /**
   * The module of an MDX file, for Vite. Comes from the run that checked the content; an edit that
   * Vite sees first is compiled on the spot.
   */
  async mdxModule(
    content: string,
    filePath: string,
    frontMatter: Record<string, unknown>,
    options: MdxRendererOptions,
  ): Promise<MdxModule> {
    const known = this.#mdxModules.get(filePath);
    const isStale = this.#stale.has(filePath);
    if (known && (isStale || known.body.trim() === content.trim())) return known.module;
    // Findings come from the run over the whole folder that the edit sets off as well.
    const context = createContext(this.#worlds.ofFile(filePath, {}, () => undefined));
    return this.#renderer.compileModule(content, context, frontMatter, options);
  }

  readonly #reportIn =
    (file: string) =>
    (finding: Finding): void => {
      const placed = withCell(finding, this.#cells.get(file) ?? []);
      const diagnostic = diagnose(file, placed, this.settings.site.rules, this.settings.lenient);
      if (diagnostic) this.#diagnostics.push(diagnostic);
    };

  get #localeIds(): string[] {
    return this.settings.site.locales.map(({ id }) => id);
  }

  #isPublished({ frontMatter, date }: SourceArticle): boolean {
    const { includeUnpublished, now } = this.settings;
    return includeUnpublished || (!frontMatter.draft && date.getTime() <= now.getTime());
  }

  #bibliographyReader(): BibliographyReader {
    const { site, contentFolder } = this.settings;
    return new BibliographyReader({
      contentFolder,
      reportIn: this.#reportIn,
      memo: this.#bibliographyMemo,
      macros: site.math.macros,
      formulaText: (tex) => {
        const { formula } = this.renditions.formula({ tex, display: false, macros: site.math.macros });
        return formula.problems.some(({ kind }) => kind !== 'strict') ? undefined : formula.text;
      },
    });
  }

  /** Renders an article, without images that nobody can show. */
  async #render(source: SourceArticle, known: KnownContext): ReturnType<ArticleRenderer['render']> {
    const first = await this.#renderer.render(source, known);
    const unusable = await unusableImages(first.context, this.#images);
    if (unusable.size === 0) return first;
    const folder = path.dirname(known.absolutePath);
    const hasAsset = (url: string): boolean =>
      known.hasAsset(url) && !unusable.has(path.resolve(folder, decodeURI(url)));
    // What is wrong has been reported.
    return this.#renderer.render({ ...source }, { ...known, hasAsset, report: () => undefined });
  }

  /** Keeps the module of an MDX article for Vite, and notes where it is another one than before. */
  #keepModule({ file, body }: SourceArticle, module: MdxModule): void {
    const before = this.#mdxModules.get(file.absolutePath)?.module;
    if (before && before.code !== module.code) this.#changedModules.push(file.absolutePath);
    this.#mdxModules.set(file.absolutePath, { body, module });
  }
}
