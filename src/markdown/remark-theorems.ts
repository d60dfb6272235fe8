import type { BlockContent, PhrasingContent, Root } from 'mdast';
import type { VFile } from 'vfile';
import { type ArticleWords, articleWords } from './article-words.ts';
import { isTheorem, theorems } from './block-names.ts';
import { becomeElement, lineOf, ownWords, partsOf, visitBlocks } from './blocks.ts';
import { contextOf } from './context.ts';
import { labelSlot } from './label-types.ts';
import { plainText } from './plain-text.ts';

const text = (value: string): PhrasingContent => ({ type: 'text', value });

/** Puts the sign of the end where the last line of a proof ends. */
function endProof(body: BlockContent[], { proved }: ArticleWords): BlockContent[] {
  const sign = ownWords('∎', { className: ['qed'], role: 'img', ariaLabel: proved });
  const last = body.at(-1);
  if (last?.type !== 'paragraph') return [...body, lineOf('p', { className: ['qed-line'] }, [sign])];
  return [...body.slice(0, -1), { ...last, children: [...last.children, text(' '), sign] }];
}

/**
 * Sets theorems and their family. All but proofs are numbered; the place of the number stays empty here.
 *
 * `:::theorem[名称]{#thm-x}` →
 * `<section class="theorem theorem-theorem" role="group" id="thm-x"><p class="theorem-title">定理 1（名称）</p>`
 */
export function remarkTheorems() {
  return (tree: Root, file: VFile): void => {
    const words = articleWords[contextOf(file).language];
    const [open, close] = words.named;
    let count = 0;
    visitBlocks(tree, isTheorem, (block) => {
      if (!isTheorem(block.name)) return;
      count += 1;
      const kind = theorems[block.name];
      const { title, body, id } = partsOf(block);
      const titleId = `theorem-title-${String(count)}`;
      let head: PhrasingContent[];
      if (kind === undefined) {
        head = title.length > 0 ? title : [ownWords(words.proof, {})];
      } else {
        head = title.length > 0 ? [labelSlot(), text(open), ...title, text(close)] : [labelSlot()];
        const name = plainText({ type: 'paragraph', children: title });
        block.data = { ...block.data, label: { kind, id, ...(name === '' ? {} : { title: name }) } };
      }
      becomeElement(
        block,
        'section',
        { className: ['theorem', `theorem-${block.name}`], role: 'group', ariaLabelledBy: [titleId] },
        [
          lineOf('p', { className: ['theorem-title'], id: titleId }, head),
          ...(block.name === 'proof' ? endProof(body, words) : body),
        ],
      );
    });
  };
}
