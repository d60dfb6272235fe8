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
import { boundContext } from './context.ts';
import { rehypeRawTags, remarkDepthLimit } from './depth-limits.ts';
import { translateDialects } from './dialect-source.ts';
import { shieldLabelBraces } from './label-braces.ts';
import { recmaGuards } from './recma-guards.ts';
import { rehypeCollectIds } from './rehype-collect-ids.ts';
import { rehypeEnglishRuns } from './rehype-english-runs.ts';
import { rehypeExternalLinks } from './rehype-external-links.ts';
import { rehypeFootnoteLabel } from './rehype-footnote-label.ts';
import { rehypeHanGaps } from './rehype-han-gaps.ts';
import { rehypeOwnElements } from './rehype-own-elements.ts';
import { rehypePhrases } from './rehype-phrases.ts';
import { rehypeSafeHtml } from './rehype-safe-html.ts';
import { rehypeTables } from './rehype-tables.ts';
import { rehypeTerms } from './rehype-terms.ts';
import { remarkAbstract } from './remark-abstract.ts';
import { remarkCallouts } from './remark-callouts.ts';
import { remarkCheckedNumbers } from './remark-checked-numbers.ts';
import { remarkCells } from './remark-cells.ts';
import { remarkCjkAutolink } from './remark-cjk-autolink.ts';
import { remarkCjkSoftBreak } from './remark-cjk-soft-break.ts';
import { remarkCitations } from './remark-citations.ts';
import { remarkCodeFences } from './remark-code-fences.ts';
import { remarkCodeSlots } from './remark-code-slots.ts';
import { remarkContentsMarks } from './remark-contents-marks.ts';
import { remarkCrossReferences } from './remark-cross-references.ts';
import { remarkDetails } from './remark-details.ts';
import { remarkDirectives } from './remark-directives.ts';
import { remarkDisplayMath } from './remark-display-math.ts';
import { remarkExcerptMark } from './remark-excerpt-mark.ts';
import { remarkFigures } from './remark-figures.ts';
import { remarkFoldableCallouts } from './remark-foldable-callouts.ts';
import { remarkFootnoteCheck } from './remark-footnote-check.ts';
import { remarkFormulaAnchors } from './remark-formula-anchors.ts';
import { remarkFormulaLimits } from './remark-formula-limits.ts';
import { remarkFormulaSlots } from './remark-formula-slots.ts';
import { remarkGiven } from './remark-given.ts';
import { remarkHeadings } from './remark-headings.ts';
import { remarkHighlights } from './remark-highlights.ts';
import { remarkImageCaptions } from './remark-image-captions.ts';
import { remarkImageFiles } from './remark-image-files.ts';
import { remarkImageReferences } from './remark-image-references.ts';
import { remarkImages } from './remark-images.ts';
import { remarkLabelBraces } from './remark-label-braces.ts';
import { remarkLabels } from './remark-labels.ts';
import { remarkLinks } from './remark-links.ts';
import { remarkMalformedUrls } from './remark-malformed-urls.ts';
import { remarkMarkdownCopy } from './remark-markdown-copy.ts';
import { remarkMathSyntax } from './remark-math-syntax.ts';
import { remarkMdxComponents } from './remark-mdx-components.ts';
import { remarkMdxImports } from './remark-mdx-imports.ts';
import { remarkNotation } from './remark-notation.ts';
import { remarkNotationCards } from './remark-notation-cards.ts';
import { remarkReferences } from './remark-references.ts';
import { remarkRehypeOptions } from './remark-rehype-options.ts';
import { remarkSectionNumbers } from './remark-section-numbers.ts';
import { remarkSections } from './remark-sections.ts';
import { remarkSummary } from './remark-summary.ts';
import { remarkTableCaptions } from './remark-table-captions.ts';
import { remarkTabs } from './remark-tabs.ts';
import { remarkTermMarks } from './remark-term-marks.ts';
import { remarkTheorems } from './remark-theorems.ts';
import { remarkUnsourcedNumbers } from './remark-unsourced-numbers.ts';
import { remarkVisibleMarks } from './remark-visible-marks.ts';
import { remarkWikilinks } from './remark-wikilinks.ts';

type CreateMdxRenderer = NonNullable<MarkdownProcessor['createMdxRenderer']>;
/** What `@astrojs/mdx` says when it asks for a renderer. */
export type MdxRendererOptions = Parameters<CreateMdxRenderer>[1];
/** Compiles MDX to a JavaScript module. */
export type MdxRenderer = Awaited<ReturnType<CreateMdxRenderer>>;

/** From the author's text to a checked tree of Markdown, in this order. */
const remarkPlugins: RemarkPlugins = [
  remarkDepthLimit,
  remarkMdxImports,
  remarkMdxComponents,
  remarkLabelBraces,
  remarkMath,
  remarkMathSyntax,
  remarkCjkFriendly,
  remarkCjkFriendlyStrikethrough,
  remarkDirectives,
  remarkNotation,
  remarkCheckedNumbers,
  remarkGiven,
  remarkTermMarks,
  remarkContentsMarks,
  remarkFoldableCallouts,
  remarkCallouts,
  remarkImageReferences,
  remarkImageCaptions,
  remarkCjkAutolink,
  remarkMalformedUrls,
  remarkWikilinks,
  remarkHighlights,
  remarkVisibleMarks,
  remarkCjkSoftBreak,
  remarkDisplayMath,
  remarkFormulaLimits,
  remarkTheorems,
  remarkFigures,
  remarkTableCaptions,
  remarkCells,
  remarkDetails,
  remarkTabs,
  remarkAbstract,
  remarkCodeFences,
  remarkSectionNumbers,
  remarkLabels,
  remarkFormulaSlots,
  remarkCrossReferences,
  remarkNotationCards,
  remarkCitations,
  remarkUnsourcedNumbers,
  remarkHeadings,
  remarkFormulaAnchors,
  remarkSummary,
  remarkExcerptMark,
  remarkSections,
  remarkReferences,
  remarkLinks,
  remarkImages,
  remarkImageFiles,
  remarkFootnoteCheck,
  remarkMarkdownCopy,
  remarkCodeSlots,
];

/** From there to a lean tree of HTML. */
const rehypePlugins: RehypePlugins = [
  rehypeSafeHtml,
  rehypeFootnoteLabel,
  rehypeTables,
  rehypeExternalLinks,
  rehypeHanGaps,
  rehypeTerms,
  rehypeEnglishRuns,
  rehypePhrases,
  rehypeCollectIds,
];

const options = {
  remarkPlugins,
  remarkRehype: remarkRehypeOptions,
  gfm: true,
  // Smart punctuation would change Chinese quotation marks.
  smartypants: false,
};

const shared = { syntaxHighlight: false } as const;

/** The text to parse: the author's, with the dialects of other generators in our own syntax. */
function translated(content: string, frontMatter: object | undefined, isMdx: boolean): string {
  const context = boundContext(frontMatter);
  const { pathOf, language, report, parsedLines } = context;
  // What is translated has its places in the author's file already.
  context.parsedLines = [];
  const { text, lines } = translateDialects(content, { isMdx, language, pathOf }, report, parsedLines);
  context.parsedLines = lines;
  return text;
}

/**
 * Renderer for `.md`: `unified()` of `@astrojs/markdown-remark` with our plugins. The front matter
 * that a caller passes must have a context bound to it (see `context.ts`).
 */
export async function createMarkdownRenderer(): Promise<MarkdownRenderer> {
  // Raw HTML is still a string at this point. Astro would parse it once more at the end, unless it is told not to.
  const processor = unified({
    ...options,
    rehypePlugins: [rehypeOwnElements, rehypeRawTags, [rehypeRaw, false], ...rehypePlugins],
  });
  const renderer = await processor.createRenderer(shared);
  return {
    ...renderer,
    render: (content, renderOptions) =>
      renderer.render(translated(content, renderOptions?.frontmatter, false), renderOptions),
  };
}

/** Renderer for `.mdx` with the same plugins; the MDX pipeline parses raw HTML by itself. */
export async function createMdxRenderer(mdxOptions: MdxRendererOptions): Promise<MdxRenderer> {
  const processor = unified({
    ...options,
    rehypePlugins: [rehypeOwnElements, ...rehypePlugins],
    recmaPlugins: [recmaGuards],
  });
  if (!processor.createMdxRenderer) throw new Error('@astrojs/markdown-remark cannot render MDX.');
  const renderer = await processor.createMdxRenderer(shared, mdxOptions);
  return {
    ...renderer,
    process: (content, filePath, frontMatter) =>
      renderer.process(shieldLabelBraces(translated(content, frontMatter, true)), filePath, frontMatter),
  };
}
