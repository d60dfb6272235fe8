import type { VFile } from 'vfile';
import type { CitationLanguage, CitationStyle } from '../citations/csl-styles.ts';
import type { FormattedWork } from '../citations/format-works.ts';
import type { Work } from '../citations/work.ts';
import type { Finding } from '../diagnostics/diagnostic.ts';
import type { MarkdownCopy } from '../markdown-copies.ts';
import type { RenditionStore } from '../renditions/store.ts';
import type { ExplainedSymbol, Heading, Reference } from '../schemas/article.ts';
import type { TermName } from '../schemas/glossary.ts';
import type { Box } from './blocks.ts';
import { type IncludedCode, includeCode } from './code-file.ts';
import { findingInSource, type SourceLine } from './dialect-lines.ts';
import { LabelRegistry } from './label-registry.ts';
import type { ListedSymbol, SymbolRow, SymbolUses } from './notation.ts';
import type { Section } from './sections.ts';

/** Where a link of the author's leads. */
export type LinkTarget =
  | { readonly kind: 'external' }
  /** An address on this site, with the base path; `file` is the article's absolute path where it is one. */
  | { readonly kind: 'internal'; readonly url: string; readonly file?: string }
  | { readonly kind: 'dead'; readonly hint?: string };

/** The part of the store that makes renditions. */
export interface Renderers extends Pick<RenditionStore, 'code' | 'diagram'> {
  /** @param line where the formula stands in the text that is parsed. */
  readonly formula: (
    request: Parameters<RenditionStore['formula']>[0],
    line?: number,
  ) => ReturnType<RenditionStore['formula']>;
}

/** A work that the article cites, with the ids of the places where it does. */
export interface CitedWork extends FormattedWork {
  readonly uses: readonly string[];
}

/**
 * What an article may ask about the world around it. Plugins reach for nothing else outside of the
 * article, and every answer is plain data: a compiled article is good for as long as the questions that
 * it asked have the answers that they had (see `loader/article-trace.ts`).
 */
export interface World {
  readonly resolveLink: (href: string) => LinkTarget;
  /** Path from the article to the article or file that goes by a name: `[[笔记]]`, `{% post_link lora %}`. */
  readonly pathOf: (name: string) => string | undefined;
  /** Names that {@link pathOf} knows articles by. */
  readonly articleNames: () => readonly string[];
  /** Whether a path relative to the article names a file. */
  readonly hasAsset: (path: string) => boolean;
  /** Code out of a file beside the article. */
  readonly includeCode: (reference: string) => IncludedCode;
  /** The work that a key cites; `broken` where its entry was reported in its own file. */
  readonly findWork: (key: string) => Work | 'broken' | undefined;
  /** Keys of all works that the article can cite. */
  readonly workKeys: () => readonly string[];
  /** Components that MDX knows without an import. */
  readonly componentNames: () => readonly string[];
  /** Names of the terms of the site's glossary. */
  readonly termNames: () => readonly TermName[];
}

/**
 * What the pipeline knows about the article in hand, and where it puts what it found out. Plugins
 * get at it with {@link contextOf}; nothing travels inside the tree or the front matter.
 */
export interface ArticleContext extends World {
  readonly absolutePath: string;
  /** KaTeX macros of this article alone: site-wide ones, then those of its front matter. */
  readonly macros: Readonly<Record<string, string>>;
  readonly renditions: Renderers;
  readonly report: (finding: Finding) => void;
  /** Whether raw HTML may do what `security/…` rules refuse. */
  readonly trustContent: boolean;
  readonly citationStyle: CitationStyle;
  /** Whether sections are numbered. */
  readonly numberSections: boolean;
  /** Whether numbers without a source are looked for. */
  readonly checksClaims: boolean;
  /** Symbols that the article lists in its front matter. */
  readonly notation: readonly ListedSymbol[];
  /** What front matter calls the article. */
  readonly title: string | undefined;
  /** Whether terms of the glossary are marked where an article does not ask for it. */
  readonly marksTerms: boolean;
  /** Language of the words that Downlink adds to the article's own. */
  readonly language: CitationLanguage;
  /**
   * Lines of the text that is parsed, with their places in the author's file; empty where both are the
   * same. Findings are reported with places in the text that is parsed.
   */
  parsedLines: readonly SourceLine[];
  // Filled in by the plugins:
  /** What cross-references can point to. */
  readonly labels: LabelRegistry;
  headings: Heading[];
  /** Text of the `# heading` that is the title; a heading with other words than front matter's title is none. */
  firstTitle: string | undefined;
  excerpt: string;
  length: { han: number; words: number };
  hasMath: boolean;
  /** Components that the article uses without an import, each once. */
  components: string[];
  /** The listed symbols in the tree, and their uses once formulas are rendered. */
  symbols: readonly SymbolRow[];
  symbolUses: SymbolUses | undefined;
  /** Whether the article shows its symbols in a table; where it does not, they stand in this block for a while. */
  hasSymbolTable: boolean;
  hiddenSymbols: Box | undefined;
  /** Symbols that are used, for cards. */
  explained: ExplainedSymbol[];
  /** Ids of the terms that it marks, each once. */
  markedTerms: Set<string>;
  /** See `signal.ts`. */
  signal: number[];
  sections: Section[];
  /** Other files whose text the article shows, by absolute path. */
  files: Set<string>;
  /** Works cited, in the order of the list of references. */
  cited: CitedWork[];
  references: Reference[];
  /** The article as portable Markdown. */
  copy: MarkdownCopy;
  /** Every id of the article's HTML. */
  ids: Set<string>;
  /** Ids that links point to, in this article or in another file; checked once all are compiled. */
  fragments: { id: string; file?: string; finding: Finding }[];
  /** Image files that the article shows, by their paths from it; checked once it is compiled. */
  images: { url: string; place: Pick<Finding, 'line' | 'column' | 'length'> }[];
}

const contexts = new WeakMap<object, ArticleContext>();

/** A key for a context: the object that `@astrojs/markdown-remark` hands through as front matter. */
export function bindContext(context: ArticleContext, frontMatter: Record<string, unknown> = {}) {
  contexts.set(frontMatter, context);
  return frontMatter;
}

/** The context that is bound to what a renderer was given as front matter. */
export function boundContext(frontMatter: object | undefined, path = ''): ArticleContext {
  const context = frontMatter && contexts.get(frontMatter);
  if (!context) throw new Error(`No article context is bound to ${path || 'this file'}.`);
  return context;
}

/** The context of the article that a plugin is working on. */
export const contextOf = (file: VFile): ArticleContext =>
  boundContext(file.data.astro?.frontmatter, file.path);

/** What must be known before an article is compiled. */
type Known = Pick<
  ArticleContext,
  'absolutePath' | 'macros' | 'renditions' | 'report' | 'resolveLink' | 'hasAsset' | 'trustContent'
> &
  Partial<
    World &
      Pick<
        ArticleContext,
        | 'citationStyle'
        | 'language'
        | 'numberSections'
        | 'checksClaims'
        | 'notation'
        | 'parsedLines'
        | 'title'
        | 'marksTerms'
      >
  >;

/** A context with nothing found out yet. */
export function createContext(known: Known): ArticleContext {
  const context: ArticleContext = {
    citationStyle: 'numeric',
    numberSections: false,
    checksClaims: false,
    notation: [],
    title: undefined,
    marksTerms: false,
    language: 'zh',
    pathOf: () => undefined,
    articleNames: () => [],
    includeCode: (reference) => includeCode(known.absolutePath, reference),
    findWork: () => undefined,
    workKeys: () => [],
    componentNames: () => [],
    parsedLines: [],
    termNames: () => [],
    ...known,
    report: (finding) => {
      known.report(findingInSource(finding, context.parsedLines));
    },
    labels: new LabelRegistry(),
    headings: [],
    firstTitle: undefined,
    excerpt: '',
    length: { han: 0, words: 0 },
    hasMath: false,
    components: [],
    symbols: [],
    symbolUses: undefined,
    hasSymbolTable: false,
    hiddenSymbols: undefined,
    explained: [],
    markedTerms: new Set(),
    signal: [],
    sections: [],
    files: new Set(),
    cited: [],
    references: [],
    copy: [],
    ids: new Set(),
    fragments: [],
    images: [],
  };
  return context;
}
