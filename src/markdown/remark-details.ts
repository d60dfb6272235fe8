import type { Root } from 'mdast';
import { becomeElement, lineOf, ownWords, partsOf, visitBlocks } from './blocks.ts';

/**
 * Sets text that readers open themselves.
 *
 * `:::details[摘要]{open}` → `<details class="details" open><summary>摘要</summary>…</details>`
 */
export function remarkDetails() {
  return (tree: Root): void => {
    visitBlocks(
      tree,
      (name) => name === 'details',
      (block) => {
        const { title, body } = partsOf(block);
        const summary = title.length > 0 ? title : [ownWords('详情', {})];
        const open = block.attributes?.open ?? 'false';
        becomeElement(block, 'details', { className: ['details'], open: open !== 'false' }, [
          lineOf('summary', {}, summary),
          ...body,
        ]);
      },
    );
  };
}
