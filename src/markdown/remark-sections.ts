import type { Nodes, Root } from 'mdast';
import type { VFile } from 'vfile';
import { contextOf } from './context.ts';
import { plainText } from './plain-text.ts';
import { footnotesHeading } from './remark-rehype-options.ts';
import type { Section } from './sections.ts';

/** Cuts the text of an article into its sections, formulas as Unicode. */
export function remarkSections() {
  return (tree: Root, file: VFile): void => {
    const context = contextOf(file);
    const headings = [...context.headings];
    const sections: Section[] = [{ id: '', title: '', depth: 1, blocks: [] }];
    const notes: Section = {
      id: footnotesHeading.id,
      title: footnotesHeading.text,
      depth: 2,
      blocks: [],
    };

    const add = (node: Nodes): void => {
      if (node.type === 'heading') {
        const heading = headings.shift();
        if (heading) sections.push({ ...heading, title: heading.text, blocks: [] });
        return;
      }
      const blocks = sections.at(-1)?.blocks ?? [];
      if (node.type === 'footnoteDefinition') {
        notes.blocks.push({ kind: 'text', text: node.children.map(plainText).join(' ') });
      } else if (node.type === 'code') {
        blocks.push({ kind: 'code', text: node.value });
      } else if (node.type === 'math') {
        blocks.push({ kind: 'math', text: node.data?.readableText ?? node.value });
      } else if (node.type === 'paragraph' || node.type === 'tableCell') {
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
