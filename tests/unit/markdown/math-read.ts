import type { Nodes, Root } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkMath from 'remark-math';
import remarkMdx from 'remark-mdx';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { VFile } from 'vfile';
import type { Finding } from '../../../src/diagnostics/diagnostic.ts';
import { bindContext, createContext } from '../../../src/markdown/context.ts';
import { remarkDisplayMath } from '../../../src/markdown/remark-display-math.ts';
import { remarkMathSyntax } from '../../../src/markdown/remark-math-syntax.ts';
import { RenditionStore } from '../../../src/renditions/store.ts';

const processors = {
  md: unified().use(remarkParse).use(remarkGfm),
  mdx: unified().use(remarkParse).use(remarkMdx).use(remarkGfm),
};
const renditions = new RenditionStore();

/** Reads Markdown with the plugins for formulas alone. */
export function readMath(markdown: string, format: 'md' | 'mdx' = 'md'): { tree: Root; findings: Finding[] } {
  const findings: Finding[] = [];
  const context = createContext({
    absolutePath: '/case.md',
    macros: {},
    renditions,
    report: (finding) => findings.push(finding),
    resolveLink: () => ({ kind: 'external' }),
    hasAsset: () => true,
    trustContent: true,
  });
  const file = new VFile({ value: markdown, data: { astro: { frontmatter: bindContext(context) } } });
  const processor = processors[format]().use(remarkMath).use(remarkMathSyntax).use(remarkDisplayMath);
  return { tree: processor.runSync(processor.parse(file), file) as Root, findings };
}

/** A tree in short: `p(文 «x») ⟦E = mc^2⟧#eq-x`, formulas within text in «», display formulas in ⟦⟧. */
export function sketch(node: Nodes): string {
  if (node.type === 'inlineMath') return `«${node.value}»`;
  if (node.type === 'math') return `⟦${node.value}⟧${node.data?.label ? `#${node.data.label.id ?? ''}` : ''}`;
  if (node.type === 'text') return node.value;
  if (node.type === 'inlineCode' || node.type === 'code') return `\`${node.value}\``;
  if (!('children' in node)) return node.type;
  const isPhrasing = ['paragraph', 'heading', 'tableCell', 'strong', 'emphasis', 'link'].includes(node.type);
  const children = node.children.map((child) => sketch(child)).join(isPhrasing ? '' : ' ');
  const names: Partial<Record<Nodes['type'], string>> = {
    paragraph: 'p',
    blockquote: 'quote',
    listItem: 'item',
  };
  return node.type === 'root' ? children : `${names[node.type] ?? node.type}(${children})`;
}

/** {@link sketch} of Markdown. */
export const sketchOf = (markdown: string, format?: 'md' | 'mdx'): string =>
  sketch(readMath(markdown, format).tree);

/** Findings of Markdown in short: `math/unclosed 3:1`. */
export const findingsOf = (markdown: string, format?: 'md' | 'mdx'): string[] =>
  readMath(markdown, format).findings.map(
    ({ rule, line, column }) => `${rule} ${String(line)}:${String(column)}`,
  );
