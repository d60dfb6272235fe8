import type { Nodes, Root } from 'mdast';
import type { InlineMath, Math } from 'mdast-util-math';
import type { VFile } from 'vfile';
import { visit } from '../visit-tree.ts';
import { articleWords } from './article-words.ts';
import { isOutput } from './blocks.ts';
import { contextOf } from './context.ts';
import { plainText } from './plain-text.ts';
import { footnotesId } from './remark-rehype-options.ts';
import type { Section } from './sections.ts';

/** Cuts the text of an article into its sections, formulas as Unicode. */
export function remarkSections() {
  return (tree: Root, file: VFile): void => {
    const context = contextOf(file);
    const headings = [...context.headings];
    const sections: Section[] = [{ id: '', title: '', depth: 1, blocks: [], formulas: [] }];
    const notes: Section = {
      id: footnotesId,
      title: articleWords[context.language].notesAndReferences,
      depth: 2,
      blocks: [],
      formulas: [],
    };

    const addFormulas = (node: Nodes, { formulas }: Section): void => {
      visit(node, ['math', 'inlineMath'], (visited) => {
        const { anchor, slotKey } = (visited as Math | InlineMath).data ?? {};
        if (anchor !== undefined && slotKey !== undefined) formulas.push({ id: anchor, key: slotKey });
      });
    };

    const add = (node: Nodes): void => {
      // What a program has printed is not what the article says.
      if (isOutput(node)) return;
      if (node.type === 'heading') {
        const heading = headings.shift();
        if (!heading) return;
        const { id, depth, text } = heading;
        sections.push({ id, title: text, depth, blocks: [], formulas: [] });
        return;
      }
      const current = sections.at(-1) ?? notes;
      const { blocks } = current;
      if (node.type === 'footnoteDefinition') {
        addFormulas(node, notes);
        notes.blocks.push({ kind: 'text', text: node.children.map(plainText).join(' ') });
      } else if (node.type === 'code') {
        blocks.push({ kind: 'code', text: node.value });
      } else if (node.type === 'math') {
        addFormulas(node, current);
        blocks.push({ kind: 'math', text: node.data?.readableText ?? node.value });
      } else if (node.type === 'paragraph' || node.type === 'tableCell') {
        addFormulas(node, current);
        const text = plainText(node);
        if (text !== '') blocks.push({ kind: 'text', text });
      } else if ('children' in node) {
        node.children.forEach(add);
      }
    };
    tree.children.forEach(add);
    context.sections = notes.blocks.length > 0 ? [...sections, notes] : sections;
  };
}
