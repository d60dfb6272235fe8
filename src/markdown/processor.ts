import {
  type MarkdownProcessor,
  type MarkdownRenderer,
  type RehypePlugins,
  type RemarkPlugins,
  unified,
} from '@astrojs/markdown-remark';
import rehypeRaw from 'rehype-raw';
import remarkCjkFriendly from 'remark-cjk-friendly';
import remarkCjkFriendlyStrikethrough from 'remark-cjk-friendly-gfm-strikethrough';
import remarkMath from 'remark-math';
import { rehypeCollectIds } from './rehype-collect-ids.ts';
import { rehypeExternalLinks } from './rehype-external-links.ts';
import { rehypeTables } from './rehype-tables.ts';
import { remarkCodeSlots } from './remark-code-slots.ts';
import { remarkDisplayMath } from './remark-display-math.ts';
import { remarkFootnoteCheck } from './remark-footnote-check.ts';
import { remarkFormulaSlots } from './remark-formula-slots.ts';
import { remarkHeadings } from './remark-headings.ts';
import { remarkImages } from './remark-images.ts';
import { remarkLinks } from './remark-links.ts';
import { remarkRehypeOptions } from './remark-rehype-options.ts';
import { remarkSections } from './remark-sections.ts';
import { remarkSummary } from './remark-summary.ts';

type CreateMdxRenderer = NonNullable<MarkdownProcessor['createMdxRenderer']>;
/** What `@astrojs/mdx` says when it asks for a renderer. */
export type MdxRendererOptions = Parameters<CreateMdxRenderer>[1];
/** Compiles MDX to a JavaScript module. */
export type MdxRenderer = Awaited<ReturnType<CreateMdxRenderer>>;

/** From the author's text to a checked tree of Markdown, in this order. */
const remarkPlugins: RemarkPlugins = [
  remarkMath,
  remarkCjkFriendly,
  remarkCjkFriendlyStrikethrough,
  remarkDisplayMath,
  remarkFormulaSlots,
  remarkHeadings,
  remarkSummary,
  remarkSections,
  remarkLinks,
  remarkImages,
  remarkFootnoteCheck,
  remarkCodeSlots,
];

/** From there to a lean tree of HTML. */
const rehypePlugins: RehypePlugins = [rehypeTables, rehypeExternalLinks, rehypeCollectIds];

const options = {
  remarkPlugins,
  remarkRehype: remarkRehypeOptions,
  gfm: true,
  // Smart punctuation would change Chinese quotation marks.
  smartypants: false,
};

const shared = { syntaxHighlight: false } as const;

/**
 * Renderer for `.md`: `unified()` of `@astrojs/markdown-remark` with our plugins. The front matter
 * that a caller passes must have a context bound to it (see `context.ts`).
 */
export async function createMarkdownRenderer(): Promise<MarkdownRenderer> {
  // Raw HTML is still a string at this point.
  const processor = unified({ ...options, rehypePlugins: [rehypeRaw, ...rehypePlugins] });
  return processor.createRenderer(shared);
}

/** Renderer for `.mdx` with the same plugins; the MDX pipeline parses raw HTML by itself. */
export async function createMdxRenderer(mdxOptions: MdxRendererOptions): Promise<MdxRenderer> {
  const processor = unified({ ...options, rehypePlugins });
  if (!processor.createMdxRenderer) throw new Error('@astrojs/markdown-remark cannot render MDX.');
  return processor.createMdxRenderer(shared, mdxOptions);
}
