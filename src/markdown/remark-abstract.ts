import type { Root } from 'mdast';
import { becomeElement, lineOf, ownWords, partsOf, visitBlocks } from './blocks.ts';

/**
 * Sets the abstract, which is also the excerpt of the article.
 *
 * `:::abstract` → `<section class="abstract" role="group"><p class="abstract-title">摘要</p>…</section>`
 */
export function remarkAbstract() {
  return (tree: Root): void => {
    let count = 0;
    visitBlocks(
      tree,
      (name) => name === 'abstract',
      (block) => {
        count += 1;
        const { title, body } = partsOf(block);
        const titleId = `abstract-title-${String(count)}`;
        const head = title.length > 0 ? title : [ownWords('摘要', {})];
        becomeElement(
          block,
          'section',
          { className: ['abstract'], role: 'group', ariaLabelledBy: [titleId] },
          [lineOf('p', { className: ['abstract-title'], id: titleId }, head), ...body],
        );
      },
    );
  };
}
