import type { FootnoteDefinition, FootnoteReference, Root } from 'mdast';
import type { VFile } from 'vfile';
import { nearest } from '../diagnostics/nearest.ts';
import { visit } from '../visit-tree.ts';
import { articleWords } from './article-words.ts';
import { contextOf } from './context.ts';
import { footnotesId } from './remark-rehype-options.ts';

/**
 * Reports footnotes without a definition, which Markdown prints as `[^key]`, and definitions that
 * nothing refers to, which it drops.
 */
export function remarkFootnoteCheck() {
  return (tree: Root, file: VFile): void => {
    const { report, headings, language } = contextOf(file);
    const definitions = new Map<string, FootnoteDefinition>();
    const used = new Set<string>();
    visit(tree, 'footnoteDefinition', (node) => void definitions.set(node.identifier, node));
    visit(tree, 'footnoteReference', (node: FootnoteReference) => void used.add(node.identifier));
    visit(tree, 'text', (node) => {
      const literal = /\[\^([^\]\s]+)\]/u.exec(node.value);
      if (!literal?.[1]) return;
      const meant = nearest(literal[1], definitions.keys());
      report({
        rule: 'footnote/undefined',
        message: `The footnote \`${literal[1]}\` is not defined.`,
        hint: meant === undefined ? `define it: [^${literal[1]}]: …` : `did you mean \`${meant}\`?`,
        line: node.position?.start.line,
        // Exact where the text has no escapes before it, which is nearly always.
        column: (node.position?.start.column ?? 1) + literal.index,
        length: literal[0].length,
      });
    });
    for (const [identifier, node] of definitions) {
      if (used.has(identifier)) continue;
      report({
        rule: 'footnote/unused',
        message: `Nothing refers to the footnote \`${identifier}\`.`,
        line: node.position?.start.line,
        column: node.position?.start.column,
        length: identifier.length + 3,
      });
    }
    if (used.size > 0)
      headings.push({ depth: 2, id: footnotesId, text: articleWords[language].notesAndReferences });
  };
}
