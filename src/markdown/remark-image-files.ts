import type { Root } from 'mdast';
import type { VFile } from 'vfile';
import { visit } from '../visit-tree.ts';
import { contextOf } from './context.ts';

/** Lists the image files beside an article that it shows, and where, for the check of their content. */
export function remarkImageFiles() {
  return (tree: Root, file: VFile): void => {
    const { images } = contextOf(file);
    visit(tree, 'image', ({ url, position }) => {
      if (url === '' || /^(?:[a-z][a-z\d+.-]*:|\/)/iu.test(url)) return;
      const { line, column } = position?.start ?? {};
      images.push({ url, place: { line, column, length: url.length } });
    });
  };
}
