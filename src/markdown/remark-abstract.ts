import type { Root } from 'mdast';
import type { VFile } from 'vfile';
import { articleWords } from './article-words.ts';
import { becomeElement, lineOf, ownWords, partsOf, visitBlocks } from './blocks.ts';
import { contextOf } from './context.ts';

/**
 * Sets the abstract, which is also the excerpt of the article.
 *
 * `:::abstract` → `<section class="abstract" role="group"><p class="abstract-title">摘要</p>…</section>`
 */
export function remarkAbstract() {
  return (tree: Root, file: VFile): void => {
    const words = articleWords[contextOf(file).language];
    let count = 0;
    visitBlocks(
      tree,
      (name) => name === 'abstract',
      (block) => {
        count += 1;
        const { title, body } = partsOf(block);
        const titleId = `abstract-title-${String(count)}`;
        const head = title.length > 0 ? title : [ownWords(words.abstract, {})];
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
