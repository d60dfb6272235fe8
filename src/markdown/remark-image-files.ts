import type { Image, ImageReference, Root } from 'mdast';
import { visit } from 'unist-util-visit';
import type { VFile } from 'vfile';
import { contextOf } from './context.ts';

/** Lists the image files beside an article that it shows, and where, for the check of their content. */
export function remarkImageFiles() {
  return (tree: Root, file: VFile): void => {
    const { images } = contextOf(file);
    const definitions = new Map<string, string>();
    visit(tree, 'definition', ({ identifier, url }) => void definitions.set(identifier, url));
    visit(tree, ['image', 'imageReference'], (visited) => {
      const node = visited as Image | ImageReference;
      const url = node.type === 'image' ? node.url : (definitions.get(node.identifier) ?? '');
      if (url === '' || /^(?:[a-z][a-z\d+.-]*:|\/)/iu.test(url)) return;
      const { line, column } = node.position?.start ?? {};
      images.push({ url, place: { line, column, length: url.length } });
    });
  };
}
