import type { Root } from 'hast';
import { visit } from '../visit-tree.ts';

/** Marks links to other sites, so that they hand over neither the window nor more than the origin. */
export function rehypeExternalLinks() {
  return (tree: Root): void => {
    visit(tree, 'element', ({ tagName, properties }) => {
      const { href } = properties;
      if (tagName !== 'a' || typeof href !== 'string' || !/^(?:https?:)?\/\//iu.test(href)) return;
      properties.rel = ['external', 'noopener'];
    });
  };
}
