import type { Root } from 'hast';
import type { VFile } from 'vfile';
import { visit } from '../visit-tree.ts';
import { articleWords } from './article-words.ts';
import { contextOf } from './context.ts';
import { footnotesId } from './remark-rehype-options.ts';

/**
 * Says in the language of the article what its footnotes are, and where their links back lead. Where the
 * article has a list of references beside them, they are notes alone.
 *
 * `<h2 id="references">参考文献</h2>…<h2 id="footnote-label">参考文献与注释</h2>` → the second one 注释
 */
export function rehypeFootnoteLabel() {
  return (tree: Root, file: VFile): void => {
    const context = contextOf(file);
    const { notes, notesAndReferences, back } = articleWords[context.language];
    const text = context.cited.length > 0 ? notes : notesAndReferences;
    const written = articleWords.zh.back('');
    visit(tree, 'element', (element) => {
      const { id, ariaLabel, dataFootnoteBackref } = element.properties;
      if (id === footnotesId) element.children = [{ type: 'text', value: text }];
      if (dataFootnoteBackref === undefined || typeof ariaLabel !== 'string') return;
      element.properties.ariaLabel = back(ariaLabel.slice(written.length));
    });
    context.headings = context.headings.map((one) => (one.id === footnotesId ? { ...one, text } : one));
    context.sections = context.sections.map((one) =>
      one.id === footnotesId ? { ...one, title: text } : one,
    );
  };
}
