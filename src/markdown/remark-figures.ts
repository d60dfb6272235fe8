import type { BlockContent, Paragraph, PhrasingContent, Root } from 'mdast';
import type { ContainerDirective } from 'mdast-util-directive';
import type { VFile } from 'vfile';
import { nearest } from '../diagnostics/nearest.ts';
import { becomeElement, box, lineOf, ownWords, partsOf, placeInHead, visitBlocks } from './blocks.ts';
import { captionLine } from './caption.ts';
import { contextOf } from './context.ts';

const layouts = ['body', 'outset', 'page', 'screen', 'margin'];

const isSubfigure = (node: BlockContent): node is ContainerDirective =>
  node.type === 'containerDirective' && node.name === 'subfigure';

const letter = (index: number): string => (index < 26 ? String.fromCodePoint(97 + index) : String(index + 1));

/** An image without a paragraph around it, and its caption where it has one. */
function takeImage({ children }: ContainerDirective): [BlockContent, Paragraph | undefined] {
  const [image, caption] = children as Paragraph[];
  return [box('div', { className: ['figure-image'] }, image?.children ?? []), caption];
}

/** Several images, each a figure with a letter of its own. */
function subfigure(block: ContainerDirective, index: number): BlockContent {
  const [image, caption] = takeImage(block);
  const sign = ownWords(`(${letter(index)})`, { className: ['subfigure-letter'] });
  const words: PhrasingContent[] = caption ? [{ type: 'text', value: ' ' }, ...caption.children] : [];
  return box('figure', { className: ['subfigure'] }, [image, lineOf('figcaption', {}, [sign, ...words])]);
}

/** Puts the images of a figure where they stand, side by side where there are several in a row. */
function arrange(body: readonly BlockContent[]): BlockContent[] {
  const several = body.filter(isSubfigure).length > 1;
  const arranged: BlockContent[] = [];
  let row: BlockContent[] = [];
  let count = 0;
  for (const node of body) {
    if (!isSubfigure(node)) {
      arranged.push(node);
      row = [];
    } else if (several) {
      if (row.length === 0) arranged.push(box('div', { className: ['subfigures'] }, row));
      row.push(subfigure(node, count));
      count += 1;
    } else {
      arranged.push(takeImage(node)[0]);
    }
  }
  return arranged;
}

/**
 * Sets figures. The caption is the last paragraph, else the title of the block, else that of its only
 * image.
 *
 * `:::figure{#fig-arch layout="page"}` → `<figure class="figure layout-page" id="fig-arch">…<figcaption>`
 */
export function remarkFigures() {
  return (tree: Root, file: VFile): void => {
    const { report } = contextOf(file);
    const source = String(file);
    visitBlocks(
      tree,
      (name) => name === 'figure',
      (figure) => {
        const { title, body } = partsOf(figure);
        const layout = figure.attributes?.layout ?? 'body';
        if (!layouts.includes(layout)) {
          const meant = nearest(layout, layouts);
          report({
            rule: 'block/attribute',
            message: `There is no layout \`${layout}\`.`,
            hint: meant === undefined ? `known are ${layouts.join(', ')}` : `did you mean \`${meant}\`?`,
            ...placeInHead(figure, layout, source),
          });
        }
        const images = body.filter(isSubfigure);
        const last = body.at(-1);
        const hasCaption = body.length > 1 && last?.type === 'paragraph';
        const own = images.length === 1 && images[0] ? takeImage(images[0])[1]?.children : undefined;
        const caption = hasCaption ? last.children : title.length > 0 ? title : (own ?? []);
        const children = arrange(hasCaption ? body.slice(0, -1) : body);
        const words = captionLine(figure, 'fig', caption);
        if (words.length > 0) children.push(lineOf('figcaption', {}, words));
        const className = ['figure', `layout-${layouts.includes(layout) ? layout : 'body'}`];
        becomeElement(figure, 'figure', { className }, children);
      },
    );
  };
}
