import type { BlockContent, Image, Paragraph, PhrasingContent, Root } from 'mdast';
import type { ContainerDirective } from 'mdast-util-directive';
import type { Processor } from 'unified';
import { SKIP, visit } from '../visit-tree.ts';
import { isBlank, visitBlocks } from './blocks.ts';

const idAtEnd = /\s*\{#(?<id>[^\s{}#]+)\}\s*$/u;

/** The images of a paragraph that holds nothing else. */
function imagesOf(node: BlockContent): Image[] | undefined {
  if (node.type !== 'paragraph') return undefined;
  const images = node.children.filter((child) => !isBlank(child));
  return images.length > 0 && images.every(({ type }) => type === 'image') ? (images as Image[]) : undefined;
}

/** The image that a paragraph is, and the id after it. */
function loneImage({ children }: Paragraph): { image: Image; id: string | undefined } | undefined {
  const [image, after, ...others] = children.filter((child) => !isBlank(child));
  if (image?.type !== 'image' || others.length > 0) return undefined;
  if (!after) return { image, id: undefined };
  const id =
    after.type === 'text' ? /^\s*\{#(?<id>[^\s{}#]+)\}\s*$/u.exec(after.value)?.groups?.id : undefined;
  return id === undefined ? undefined : { image, id };
}

/**
 * Makes blocks of images with a caption, so that formulas and links in the caption are read like all
 * others.
 *
 * A paragraph `![替代文字](a.png "结构 $W_0$ {#fig-a}")` → `:::figure{#fig-a}` around the image and the
 * paragraph `结构 $W_0$`; images in a figure become `subfigure` blocks, each with its own title below.
 *
 * The id may stand after the image too.
 */
export function remarkImageCaptions(this: Processor) {
  const parse = (text: string): PhrasingContent[] => {
    try {
      const tree = this.parse(text) as Root;
      const [paragraph] = tree.children;
      if (tree.children.length === 1 && paragraph?.type === 'paragraph') return paragraph.children;
    } catch {
      // In MDX a title with a stray `{` is no Markdown; it is words.
    }
    return [{ type: 'text', value: text }];
  };

  /** The image without its title, and the caption that the title is. */
  function captioned(image: Image, fallback = ''): [Paragraph, ...Paragraph[]] {
    const text = (image.title ?? fallback).replace(idAtEnd, '').trim();
    const { position } = image;
    const place = position ? { position } : {};
    const body: Paragraph = { type: 'paragraph', children: [{ ...image, title: null }], ...place };
    if (text === '') return [body];
    const caption: Paragraph = { type: 'paragraph', children: parse(text), ...place };
    // Places in the title are not places in the file.
    visit(caption, (node) => {
      if (position) node.position = position;
    });
    return [body, caption];
  }

  const blockOf = (
    name: string,
    node: Paragraph | Image,
    children: ContainerDirective['children'],
  ): ContainerDirective => ({
    type: 'containerDirective',
    name,
    attributes: {},
    children,
    ...(node.position ? { position: node.position } : {}),
  });

  return (tree: Root): void => {
    visitBlocks(
      tree,
      (name) => name === 'figure',
      (figure) => {
        figure.children = figure.children.flatMap((child) =>
          child.type === 'paragraph' && child.data?.directiveLabel !== true
            ? (imagesOf(child)?.map((image) => blockOf('subfigure', image, captioned(image))) ?? [child])
            : [child],
        );
      },
    );
    visit(tree, (node, index, parent) => {
      if (node.type === 'containerDirective' && node.name === 'subfigure') return SKIP;
      if (node.type !== 'paragraph' || !parent || index === undefined) return undefined;
      const lone = loneImage(node);
      const id = lone?.id ?? idAtEnd.exec(lone?.image.title ?? '')?.groups?.id;
      if (!lone || (!lone.image.title && id === undefined)) return undefined;
      const image = blockOf('subfigure', lone.image, captioned(lone.image, lone.image.alt ?? ''));
      const figure = blockOf('figure', node, [image]);
      if (id !== undefined) figure.attributes = { id };
      const children: BlockContent[] = parent.children as BlockContent[];
      children[index] = figure;
      return SKIP;
    });
  };
}
