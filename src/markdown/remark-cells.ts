import type { BlockContent, PhrasingContent, Root } from 'mdast';
import type { ContainerDirective } from 'mdast-util-directive';
import type { VFile } from 'vfile';
import { visit } from '../visit-tree.ts';
import { type ArticleWords, articleWords } from './article-words.ts';
import { becomeElement, isOutput, lineOf, ownWords, partsOf, visitBlocks } from './blocks.ts';
import { captionLine } from './caption.ts';
import { contextOf } from './context.ts';

/** A block that readers open themselves, for `remark-details`. */
const folded = (words: string, children: BlockContent[]): ContainerDirective => {
  const title: PhrasingContent[] = [ownWords(words, {})];
  return {
    type: 'containerDirective',
    name: 'details',
    attributes: {},
    children: [{ type: 'paragraph', data: { directiveLabel: true }, children: title }, ...children],
  };
};

/** Headings that a program has printed are no parts of the article. */
function flattenHeadings(block: ContainerDirective): void {
  visit(block, 'heading', (heading, index, parent) => {
    if (!parent || index === undefined) return;
    parent.children[index] = {
      type: 'paragraph',
      children: [{ type: 'strong', children: heading.children }],
      ...(heading.position ? { position: heading.position } : {}),
    };
  });
}

/** @param count number of the run that printed it. */
function setOutput(block: ContainerDirective, words: ArticleWords, count?: string, isFolded = false): void {
  flattenHeadings(block);
  const { body } = partsOf(block);
  const kind = block.attributes?.kind ?? 'result';
  const [caption, ...rest] = body;
  if (kind === 'table') {
    const hasCaption = rest.length > 0 && caption?.type === 'paragraph';
    const line = captionLine(block, 'tbl', hasCaption ? caption.children : []);
    becomeElement(block, 'figure', { className: ['table'] }, [
      lineOf('figcaption', {}, line),
      ...(hasCaption ? rest : body),
    ]);
    return;
  }
  becomeElement(
    block,
    'div',
    { className: ['output', `output-${kind}`], role: 'group', ariaLabel: words.output(count) },
    kind === 'stderr' && !isFolded ? [folded(words.standardError, body)] : body,
  );
}

function setCell(block: ContainerDirective, words: ArticleWords): void {
  const { count, code, output } = block.attributes ?? {};
  const { body } = partsOf(block);
  const first = body.findIndex((node) => node.type !== 'code');
  const end = first < 0 ? body.length : first;
  const codes = body.slice(0, end);
  const outputs = body.slice(end);
  for (const node of outputs) {
    if (isOutput(node)) setOutput(node as ContainerDirective, words, count ?? undefined, output === 'folded');
  }
  const sign = count ? [lineOf('p', { className: ['label-number'] }, [ownWords(`[${count}]`, {})])] : [];
  becomeElement(block, 'div', { className: ['cell'] }, [
    ...sign,
    ...(code === 'folded' ? [folded(words.code, codes)] : codes),
    ...(output === 'folded' ? [folded(words.outputs, outputs)] : outputs),
  ]);
}

/**
 * Sets cells of notebooks: code with the number of its run, and what it has printed.
 *
 * `:::cell{count=3}` and a fence → `<div class="cell"><p class="label-number"><span>[3]</span></p>…` ·
 * `:::output{kind=stderr}` → `<div class="output output-stderr" role="group"><details>…`
 *
 * Attributes `code=folded` and `output=folded` fold what they name. A table with an id is numbered as
 * other tables are, its first paragraph is its caption.
 */
export function remarkCells() {
  return (tree: Root, file: VFile): void => {
    const words = articleWords[contextOf(file).language];
    visitBlocks(
      tree,
      (name) => name === 'cell',
      (block) => {
        setCell(block, words);
      },
    );
    visit(tree, 'containerDirective', (block) => {
      if (isOutput(block) && block.data?.hName === undefined) setOutput(block, words);
    });
  };
}
