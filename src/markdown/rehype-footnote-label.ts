import type { Root } from 'hast';
import { visit } from 'unist-util-visit';
import type { VFile } from 'vfile';
import { contextOf } from './context.ts';
import { footnotesHeading } from './remark-rehype-options.ts';

const notes = { zh: '注释', en: 'Notes' } as const;

/**
 * Calls footnotes what they are where the article has a list of references beside them.
 *
 * `<h2 id="references">参考文献</h2>…<h2 id="footnote-label">参考文献与注释</h2>` → the second one 注释
 */
export function rehypeFootnoteLabel() {
  return (tree: Root, file: VFile): void => {
    const context = contextOf(file);
    if (context.cited.length === 0) return;
    const { id } = footnotesHeading;
    const text = notes[context.language];
    visit(tree, 'element', (element) => {
      if (element.properties.id === id) element.children = [{ type: 'text', value: text }];
    });
    context.headings = context.headings.map((one) => (one.id === id ? { ...one, text } : one));
    context.sections = context.sections.map((one) => (one.id === id ? { ...one, title: text } : one));
  };
}
