import type { VFile } from 'vfile';
import type { Finding } from '../diagnostics/diagnostic.ts';
import type { RenditionStore } from '../renditions/store.ts';
import type { Heading } from '../schemas/article.ts';
import type { Section } from './sections.ts';

/** Where a link of the author's leads. */
export type LinkTarget =
  | { readonly kind: 'external' }
  /** An address on this site, with the base path; `file` is the article's absolute path where it is one. */
  | { readonly kind: 'internal'; readonly url: string; readonly file?: string }
  | { readonly kind: 'dead'; readonly hint?: string };

/**
 * What the pipeline knows about the article in hand, and where it puts what it found out. Plugins
 * get at it with {@link contextOf}; nothing travels inside the tree or the front matter.
 */
export interface ArticleContext {
  readonly absolutePath: string;
  /** KaTeX macros of this article alone: site-wide ones, then those of its front matter. */
  readonly macros: Readonly<Record<string, string>>;
  readonly renditions: RenditionStore;
  readonly report: (finding: Finding) => void;
  readonly resolveLink: (href: string) => LinkTarget;
  /** Whether a path relative to the article names a file. */
  readonly hasAsset: (path: string) => boolean;
  // Filled in by the plugins:
  headings: Heading[];
  /** Text of the first `# heading`, which becomes the title where front matter has none. */
  firstTitle: string | undefined;
  excerpt: string;
  length: { han: number; words: number };
  hasMath: boolean;
  /** See `signal.ts`. */
  signal: number[];
  sections: Section[];
  /** Every id of the article's HTML. */
  ids: Set<string>;
  /** Ids that links point to, in this article or in another file; checked once all are compiled. */
  fragments: { id: string; file?: string; finding: Finding }[];
}

const contexts = new WeakMap<object, ArticleContext>();

/** A key for a context: the object that `@astrojs/markdown-remark` hands through as front matter. */
export function bindContext(context: ArticleContext, frontMatter: Record<string, unknown> = {}) {
  contexts.set(frontMatter, context);
  return frontMatter;
}

/** The context of the article that a plugin is working on. */
export function contextOf(file: VFile): ArticleContext {
  const frontMatter = file.data.astro?.frontmatter;
  const context = frontMatter && contexts.get(frontMatter);
  if (!context) throw new Error(`No article context is bound to ${file.path || 'this file'}.`);
  return context;
}

/** A context with nothing found out yet. */
export function createContext(
  known: Pick<
    ArticleContext,
    'absolutePath' | 'macros' | 'renditions' | 'report' | 'resolveLink' | 'hasAsset'
  >,
): ArticleContext {
  return {
    ...known,
    headings: [],
    firstTitle: undefined,
    excerpt: '',
    length: { han: 0, words: 0 },
    hasMath: false,
    signal: [],
    sections: [],
    ids: new Set(),
    fragments: [],
  };
}
