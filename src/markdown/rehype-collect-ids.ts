import type { Root } from 'hast';
import type { VFile } from 'vfile';
import { visit } from '../visit-tree.ts';
import { contextOf } from './context.ts';

/** Collects every id of an article, for the check of links to a place in it. */
export function rehypeCollectIds() {
  return (tree: Root, file: VFile): void => {
    const { ids } = contextOf(file);
    visit(tree, 'element', ({ properties }) => {
      if (typeof properties.id === 'string') ids.add(properties.id);
    });
  };
}
