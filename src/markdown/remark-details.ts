import type { Root } from 'mdast';
import type { VFile } from 'vfile';
import { articleWords } from './article-words.ts';
import { becomeElement, lineOf, ownWords, partsOf, visitBlocks } from './blocks.ts';
import { contextOf } from './context.ts';

/**
 * Sets text that readers open themselves.
 *
 * `:::details[摘要]{open}` → `<details class="details" open><summary>摘要</summary>…</details>`
 */
export function remarkDetails() {
  return (tree: Root, file: VFile): void => {
    const words = articleWords[contextOf(file).language];
    visitBlocks(
      tree,
      (name) => name === 'details',
      (block) => {
        const { title, body } = partsOf(block);
        const summary = title.length > 0 ? title : [ownWords(words.details, {})];
        const open = block.attributes?.open ?? 'false';
        becomeElement(block, 'details', { className: ['details'], open: open !== 'false' }, [
          lineOf('summary', {}, summary),
          ...body,
        ]);
      },
    );
  };
}
