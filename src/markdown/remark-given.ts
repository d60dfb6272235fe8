import type { Root } from 'mdast';
import type { VFile } from 'vfile';
import { visit } from '../visit-tree.ts';
import { articleWords } from './article-words.ts';
import { contextOf } from './context.ts';

const hint = 'write :given[80 GB]';

/**
 * Marks what the article sets itself, an assumption or an example: such a number needs no source.
 *
 * `取 :given[80 GB] 的卡` → `取 <span class="given" title="本文的设定：假设或举例">80 GB</span> 的卡`
 */
export function remarkGiven() {
  return (tree: Root, file: VFile): void => {
    const { report, language } = contextOf(file);
    const source = String(file);
    visit(tree, (node) => {
      const start = node.position?.start;
      if (node.type === 'textDirective' && node.name === 'given') {
        const properties = { className: ['given'], title: articleWords[language].given };
        node.data = { ...node.data, hName: 'span', hProperties: properties };
        if (Object.keys(node.attributes ?? {}).length === 0) return;
        const message = '`:given[…]` reads no attributes.';
        report({ rule: 'number/syntax', message, hint, ...start, length: ':given'.length });
      } else if (node.type === 'text' && start) {
        const written = source.slice(start.offset, node.position?.end.offset);
        const unclosed = /(?<!\\):given\[/u.exec(written);
        if (!unclosed) return;
        const lines = written.slice(0, unclosed.index).split('\n');
        const column = (lines.at(-1)?.length ?? 0) + (lines.length === 1 ? start.column : 1);
        const message = 'The brackets of `:given[…]` are never closed.';
        const place = { line: start.line + lines.length - 1, column, length: ':given['.length };
        report({ rule: 'number/syntax', message, hint, ...place });
      }
    });
  };
}
