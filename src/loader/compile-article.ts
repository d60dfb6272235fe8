import { pathToFileURL } from 'node:url';
import type { VFileMessage } from 'vfile-message';
import type { Finding } from '../diagnostics/diagnostic.ts';
import { nearest } from '../diagnostics/nearest.ts';
import { type ArticleContext, bindContext } from '../markdown/context.ts';
import { excerptOf } from '../markdown/excerpt.ts';
import { isStackOverflow, nestedTooDeep } from '../markdown/depth-limits.ts';
import type { createMarkdownRenderer, MdxRenderer } from '../markdown/processor.ts';
import type { Section } from '../markdown/sections.ts';
import type { MarkdownCopy } from '../markdown-copies.ts';
import type { FontUse } from '../renditions/font-use.ts';
import type { ArticleData } from '../schemas/article.ts';
import type { Authors } from '../schemas/authors.ts';
import type { SeriesList } from '../schemas/series.ts';
import { nameOfFile } from './content-files.ts';
import type { SourceArticle } from './read-articles.ts';
import type { TermFinder, TermUses } from './term-finder.ts';

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
  readonly copy: MarkdownCopy;
  /** Renditions that it refers to. */
  readonly keys: readonly string[];
  /** What it uses of the site's faces, its front matter apart. */
  readonly fonts: FontUse;
  /** A name for all that is known of it, but not for files that it shows. */
  readonly digest: string;
  /** Whether its pages show image files, or an MDX article imports modules of its own. */
  readonly hasFiles: boolean;
}

/** What rendering makes of an article's text. */
export interface RenderedArticle {
  /** Absent for MDX, which becomes a module instead. */
  readonly html: string | undefined;
  readonly imagePaths: readonly string[];
  readonly module?: MdxModule;
}

type MarkdownRenderer = Awaited<ReturnType<typeof createMarkdownRenderer>>;

/** An MDX article as a JavaScript module. */
export type MdxModule = Awaited<ReturnType<MdxRenderer['process']>>;

/** Characters of a description made from the excerpt, in Han characters. */
const descriptionLength = 80;

/**
 * Renders a Markdown article to lean HTML; what the plugins find out is in the context. An article that
 * is nested too deep is nothing, and reported.
 */
export async function renderMarkdown(
  renderer: MarkdownRenderer,
  { file, body }: SourceArticle,
  context: ArticleContext,
): Promise<RenderedArticle | undefined> {
  try {
    const { code, metadata } = await renderer.render(body, {
      fileURL: pathToFileURL(file.absolutePath),
      frontmatter: bindContext(context),
    });
    return { html: code, imagePaths: metadata.localImagePaths };
  } catch (error) {
    if (!isStackOverflow(error)) throw error;
    context.report(nestedTooDeep);
    return undefined;
  }
}

/** Compiles an MDX article to a module, or reports where it cannot be compiled. */
export async function compileMdx(
  renderer: MdxRenderer,
  { file, body }: SourceArticle,
  context: ArticleContext,
): Promise<RenderedArticle | undefined> {
  try {
    const module = await renderer.process(body, file.absolutePath, bindContext(context));
    return { html: undefined, imagePaths: [], module };
  } catch (error) {
    context.report(isStackOverflow(error) ? nestedTooDeep : mdxFinding(error));
    return undefined;
  }
}

/** What the MDX compiler says of a file. */
function mdxFinding(error: unknown): Finding {
  const { reason, message, line, column } = error as Partial<VFileMessage>;
  const text = reason ?? message ?? String(error);
  // A tag that is never closed is told at the end of its paragraph; the text names the tag's own place.
  const own = /\((?<line>\d+):(?<column>\d+)-/u.exec(text)?.groups;
  return {
    rule: 'mdx/syntax',
    message: text,
    hint: 'in MDX, `<` and `{` begin a tag and an expression; write \\< and \\{ for the signs',
    line: own ? Number(own.line) : line,
    column: own ? Number(own.column) : column,
  };
}

/** Authors by their ids; where there is no `authors.yaml`, the front matter's words are their names. */
function authorsOf(
  ids: readonly string[],
  authors: Authors | undefined,
  report: (finding: Finding) => void,
): ArticleData['authors'] {
  return ids.map((id) => {
    const author = authors?.[id];
    if (author) {
      const { name, url, type } = author;
      return { id, name, ...(url ? { url } : {}), ...(type ? { type } : {}) };
    }
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

/** What the articles of a site share. */
export interface SharedFacts {
  /** Absent where there is no `authors.yaml`. */
  readonly authors: Authors | undefined;
  /** Series by their ids; one that is not among them is called by its id. */
  readonly series: SeriesList;
  readonly terms: TermFinder;
  /** Ids of the site's locales. */
  readonly locales: readonly string[];
  /** Articles dated later are marked as drafts, for those who preview them. */
  readonly now: Date;
}

/** The series of an article with its texts. */
function seriesOf(
  named: { readonly id: string; readonly order: number },
  { series, locales }: SharedFacts,
): NonNullable<ArticleData['series']> {
  const { titles, descriptions } = series.get(named.id) ?? {
    titles: Object.fromEntries(locales.map((locale) => [locale, named.id])),
    descriptions: {},
  };
  return { ...named, titles: { ...titles }, descriptions: { ...descriptions } };
}

/**
 * What the site knows of an article besides its body: front matter with its fallbacks, and what the
 * plugins left in the context.
 *
 * @param uses what its sections say of terms, where that is known.
 */
export function describeArticle(
  article: SourceArticle,
  context: ArticleContext,
  shared: SharedFacts,
  uses?: TermUses,
): ArticleData {
  const { file, slug, date, frontMatter } = article;
  const { series, updated, description } = frontMatter;
  const { excerpt } = context;
  const title = frontMatter.title ?? (context.firstTitle || nameOfFile(file.contentPath, slug));
  return {
    section: file.section,
    slug,
    path: article.path,
    order: frontMatter.order,
    locale: file.locale,
    file: file.displayPath,
    contentPath: file.contentPath,
    title,
    date,
    ...(updated === undefined ? {} : { updated }),
    description: description ?? excerptOf([{ text: excerpt, atomic: false }], descriptionLength),
    excerpt: excerpt || (description ?? ''),
    tags: frontMatter.tags,
    authors: authorsOf(frontMatter.authors, shared.authors, context.report),
    aliases: frontMatter.aliases,
    ...(series === undefined ? {} : { series: seriesOf(series, shared) }),
    draft: frontMatter.draft || date.getTime() > shared.now.getTime(),
    headings: context.headings,
    length: context.length,
    hasMath: context.hasMath,
    components: context.components,
    signal: context.signal,
    references: context.references,
    terms: shared.terms.termsOf(title, context.sections, uses),
    markedTerms: [...context.markedTerms],
    notation: context.explained,
  };
}
