import { existsSync } from 'node:fs';
import { stat } from 'node:fs/promises';
import path from 'node:path';
import { type Diagnostic, diagnose, type Finding } from '../diagnostics/diagnostic.ts';
import { isRule } from '../diagnostics/catalogue.ts';
import { nearest } from '../diagnostics/nearest.ts';
import { type ArticleContext, bindContext, createContext } from '../markdown/context.ts';
import { excerptOf } from '../markdown/excerpt.ts';
import {
  createMarkdownRenderer,
  createMdxRenderer,
  type MdxRenderer,
  type MdxRendererOptions,
} from '../markdown/processor.ts';
import type { Section } from '../markdown/sections.ts';
import { processRenditions } from '../renditions/shared.ts';
import { RenditionStore } from '../renditions/store.ts';
import type { ArticleData } from '../schemas/article.ts';
import type { Authors } from '../schemas/authors.ts';
import {
  type ContentFile,
  displayPath,
  findContentFiles,
  postsFolder,
  slugSegment,
} from './content-files.ts';
import { tagPath } from '../urls.ts';
import type { ContentSettings } from './content-settings.ts';
import { type ParsedFrontMatter, parseFrontMatter, splitSource } from './front-matter.ts';
import { firstCommitDates } from './git-dates.ts';
import { hasAsset, resolveLink, type SiteMap } from './link-resolver.ts';
import { readAuthors } from './read-authors.ts';
import { readSource } from './read-source.ts';

/** One article, ready for the collection. */
export interface CompiledArticle {
  readonly absolutePath: string;
  readonly data: ArticleData;
  /** Body without front matter, as the author wrote it. */
  readonly body: string;
  /** Lean HTML with slots; absent for MDX, which becomes a module instead. */
  readonly html: string | undefined;
  readonly imagePaths: readonly string[];
  readonly sections: readonly Section[];
}

/** What a run found. */
export interface CompiledContent {
  /** Newest first. */
  readonly articles: readonly CompiledArticle[];
  readonly diagnostics: readonly Diagnostic[];
  /** Text of a reported file, for code frames. */
  readonly sourceOf: (file: string) => string | undefined;
}

/** A file once it is read: what its links, its page and its address need to be known before others compile. */
interface Draft {
  readonly file: ContentFile;
  readonly slug: string;
  readonly source: string;
  readonly body: string;
  readonly frontMatter: ParsedFrontMatter;
  readonly date: Date;
  readonly findings: readonly Finding[];
}

interface CompiledMdx {
  readonly body: string;
  readonly module: Awaited<ReturnType<MdxRenderer['process']>>;
}

/** Pages that are not articles. */
const fixedPages = ['/', '/tags/', '/archive/', '/about/', '/rss.xml'];

/** For a compilation whose findings another one reports. */
const ignore = (): void => undefined;

const isMdx = (file: string): boolean => file.endsWith('.mdx');

/** Compiles a content folder: every file is read once and rendered once. */
export class ContentCompiler {
  readonly settings: ContentSettings;
  readonly #renditions = processRenditions(() => new RenditionStore());
  readonly #mdxModules = new Map<string, CompiledMdx>();
  #markdown: ReturnType<typeof createMarkdownRenderer> | undefined;
  #mdx: ReturnType<typeof createMdxRenderer> | undefined;
  #site: SiteMap | undefined;

  constructor(settings: ContentSettings) {
    this.settings = settings;
  }

  /**
   * Reads and compiles the whole folder.
   *
   * @param onProgress called after each article with how many are done, of how many.
   */
  async compile(onProgress?: (done: number, total: number) => void): Promise<CompiledContent> {
    const { contentFolder, site } = this.settings;
    const diagnostics: Diagnostic[] = [];
    const sources = new Map<string, string>();
    const reportIn =
      (file: string) =>
      (finding: Finding): void => {
        const diagnostic = diagnose(file, finding, site.rules);
        if (diagnostic) diagnostics.push(diagnostic);
      };
    this.#checkRules(reportIn('src/site.config.ts'));

    const locales = site.locales.map(({ id }) => id);
    const { files, outside } = await findContentFiles(contentFolder, locales);
    for (const file of outside) {
      const message = 'The file leads out of the content folder and is not published.';
      reportIn(file)({ rule: 'content/unreadable', message, hint: 'copy it into the folder' });
    }
    if (files.length === 0) {
      reportIn(displayPath(contentFolder))({
        rule: 'content/none',
        message: existsSync(contentFolder)
          ? 'The content folder holds no Markdown file.'
          : 'The content folder does not exist.',
        hint: 'put articles into posts/<slug>/zh.md, or name another folder with --content DIR',
      });
    }
    const authors = await readAuthors(contentFolder, (file, finding) => {
      reportIn(displayPath(file))(finding);
    });

    const drafts = await this.#readDrafts(files, reportIn);
    for (const { file, source } of drafts) sources.set(file.displayPath, source);
    const published = drafts.filter((draft) => this.#isPublished(draft));
    this.#site = this.#mapSite(published);

    const compiled: { article: CompiledArticle; context: ArticleContext; draft: Draft }[] = [];
    for (const [index, draft] of drafts.entries()) {
      const report = reportIn(draft.file.displayPath);
      for (const finding of draft.findings) report(finding);
      const context = this.#contextFor(draft.file.absolutePath, draft.frontMatter, report);
      compiled.push({ article: await this.#compileOne(draft, context, authors), context, draft });
      onProgress?.(index + 1, drafts.length);
    }

    const idsOf = new Map(compiled.map(({ draft, context }) => [draft.file.absolutePath, context.ids]));
    for (const { draft, context } of compiled) {
      for (const { id, file = draft.file.absolutePath, finding } of context.fragments) {
        if (idsOf.get(file)?.has(id)) continue;
        const meant = nearest(id, idsOf.get(file) ?? []);
        const hint = meant === undefined ? undefined : `did you mean \`#${meant}\`?`;
        reportIn(draft.file.displayPath)({ ...finding, hint });
      }
    }

    const isPublic = new Set(published);
    return {
      articles: compiled
        .filter(({ draft }) => isPublic.has(draft))
        .map(({ article }) => article)
        .toSorted(
          (a, b) => b.data.date.getTime() - a.data.date.getTime() || (a.data.slug < b.data.slug ? -1 : 1),
        ),
      diagnostics,
      sourceOf: (file) => sources.get(file),
    };
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
  ): Promise<CompiledMdx['module']> {
    const known = this.#mdxModules.get(filePath);
    if (known?.body.trim() === content.trim()) return known.module;
    const parsed = parseFrontMatter(undefined, ignore);
    const context = this.#contextFor(filePath, parsed, ignore);
    this.#mdx ??= createMdxRenderer(options);
    return (await this.#mdx).process(content, filePath, bindContext(context, frontMatter));
  }

  #checkRules(report: (finding: Finding) => void): void {
    for (const name of Object.keys(this.settings.site.rules)) {
      if (isRule(name)) continue;
      report({ rule: 'front-matter/unknown-key', message: `There is no diagnostic rule \`${name}\`.` });
    }
  }

  async #readDrafts(
    files: readonly ContentFile[],
    reportIn: (file: string) => (finding: Finding) => void,
  ): Promise<Draft[]> {
    const drafts: Draft[] = [];
    const claimed = new Map<string, string>();
    let commits: Promise<Map<string, Date>> | undefined;
    for (const file of files) {
      const findings: Finding[] = [];
      const report = (finding: Finding): void => void findings.push(finding);
      const source = await readSource(file.absolutePath, report);
      if (source === undefined) {
        for (const finding of findings) reportIn(file.displayPath)(finding);
        continue;
      }
      const { yaml, body } = splitSource(source, report);
      const frontMatter = parseFrontMatter(yaml, report);
      let date = frontMatter.date;
      if (!date) {
        commits ??= firstCommitDates(this.settings.contentFolder);
        date = (await commits).get(file.absolutePath) ?? (await stat(file.absolutePath)).mtime;
        if (!findings.some(({ rule }) => rule === 'front-matter/invalid-date')) {
          report({
            rule: 'front-matter/missing-date',
            message: `The article has no date; ${date.toISOString().slice(0, 10)} is taken from its file.`,
            hint: `write date: ${date.toISOString().slice(0, 10)} into its front matter`,
          });
        }
      }
      const slug = frontMatter.slug?.split('/').map(slugSegment).filter(Boolean).join('/') || file.slug;
      const first = claimed.get(slug);
      if (first !== undefined) {
        const line = source.split('\n').findIndex((text) => /^slug\s*:/u.test(text)) + 1;
        report({
          rule: 'content/duplicate-slug',
          message: `The address /posts/${slug}/ is taken by ${first}.`,
          hint: 'rename the file, or give one of them another `slug`',
          line: Math.max(1, line),
        });
      }
      claimed.set(slug, first ?? file.displayPath);
      drafts.push({ file, slug, source, body, frontMatter, date, findings });
    }
    return drafts;
  }

  #isPublished({ frontMatter, date }: Draft): boolean {
    const { includeUnpublished, now } = this.settings;
    return includeUnpublished || (!frontMatter.draft && date.getTime() <= now.getTime());
  }

  #mapSite(published: readonly Draft[]): SiteMap {
    const { site, contentFolder, publicFolder } = this.settings;
    const tags = published.flatMap(({ frontMatter }) => frontMatter.tags);
    return {
      base: site.base,
      publicFolder,
      postsFolder: postsFolder(contentFolder),
      pages: new Set([...fixedPages, ...tags.map((tag) => tagPath(tag))]),
      articles: new Map(published.map(({ file, slug }) => [file.absolutePath, { slug }])),
    };
  }

  #contextFor(
    absolutePath: string,
    frontMatter: ParsedFrontMatter,
    report: (finding: Finding) => void,
  ): ArticleContext {
    const { site, publicFolder } = this.settings;
    const map = this.#site ?? this.#mapSite([]);
    return createContext({
      absolutePath,
      macros: { ...site.math.macros, ...frontMatter.math?.macros },
      renditions: this.#renditions,
      report,
      resolveLink: (href) => resolveLink(map, absolutePath, href),
      hasAsset: (url) => hasAsset(url, absolutePath, publicFolder),
    });
  }

  async #compileOne(
    draft: Draft,
    context: ArticleContext,
    authors: Authors | undefined,
  ): Promise<CompiledArticle> {
    const { file, frontMatter, body } = draft;
    const { html, imagePaths } = isMdx(file.absolutePath)
      ? await this.#compileMdx(draft, context)
      : await this.#compileMarkdown(draft, context);
    if (body.trim() === '') {
      context.report({ rule: 'content/empty', message: 'The article has no text.' });
    }
    const { series, updated } = frontMatter;
    const excerpt = context.excerpt;
    return {
      absolutePath: file.absolutePath,
      html,
      imagePaths,
      sections: context.sections,
      body: body.trim(),
      data: {
        slug: draft.slug,
        locale: file.locale,
        file: file.displayPath,
        title: frontMatter.title ?? (context.firstTitle || path.basename(draft.slug)),
        date: draft.date,
        ...(updated === undefined ? {} : { updated }),
        description: frontMatter.description ?? excerptOf([{ text: excerpt, atomic: false }], 80),
        excerpt: excerpt || (frontMatter.description ?? ''),
        tags: frontMatter.tags,
        authors: this.#authorsOf(frontMatter.authors, authors, context),
        aliases: frontMatter.aliases,
        ...(series === undefined ? {} : { series }),
        draft: frontMatter.draft || draft.date.getTime() > this.settings.now.getTime(),
        headings: context.headings,
        length: context.length,
        hasMath: context.hasMath,
        signal: context.signal,
      },
    };
  }

  #authorsOf(
    ids: readonly string[],
    authors: Authors | undefined,
    { report }: ArticleContext,
  ): ArticleData['authors'] {
    return ids.map((id) => {
      const author = authors?.[id];
      if (author) return { id, name: author.name, ...(author.url ? { url: author.url } : {}) };
      if (authors) {
        const meant = nearest(id, Object.keys(authors));
        report({
          rule: 'front-matter/unknown-author',
          message: `There is no author \`${id}\` in authors.yaml.`,
          hint: meant === undefined ? 'add one there' : `did you mean \`${meant}\`?`,
        });
      }
      return { id, name: id };
    });
  }

  async #compileMarkdown(
    { file, body }: Draft,
    context: ArticleContext,
  ): Promise<Pick<CompiledArticle, 'html' | 'imagePaths'>> {
    this.#markdown ??= createMarkdownRenderer();
    const renderer = await this.#markdown;
    const { code, metadata } = await renderer.render(body, {
      fileURL: new URL(`file://${encodeURI(file.absolutePath)}`),
      frontmatter: bindContext(context),
    });
    return { html: code, imagePaths: metadata.localImagePaths };
  }

  async #compileMdx(
    { file, body }: Draft,
    context: ArticleContext,
  ): Promise<Pick<CompiledArticle, 'html' | 'imagePaths'>> {
    this.#mdx ??= createMdxRenderer({ optimize: false, sourcemap: false });
    try {
      const module = await (await this.#mdx).process(body, file.absolutePath, bindContext(context));
      this.#mdxModules.set(file.absolutePath, { body, module });
    } catch (error) {
      const { reason, message, line, column } = error as {
        reason?: string;
        message?: string;
        line?: number;
        column?: number;
      };
      context.report({
        rule: 'mdx/syntax',
        message: reason ?? message ?? String(error),
        hint: 'in MDX, `<` and `{` begin a tag and an expression; write \\< and \\{ for the signs',
        line,
        column,
      });
    }
    return { html: undefined, imagePaths: [] };
  }
}
