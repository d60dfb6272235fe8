import type { Definition, Image, Root } from 'mdast';
import { visit } from '../visit-tree.ts';

/**
 * Writes the address of an image into the image, so that all that follow know one kind of images. A
 * definition that nothing else uses goes.
 *
 * `![图][a]` … `[a]: ./a.png` → `![图](./a.png)`
 */
export function remarkImageReferences() {
  return (tree: Root): void => {
    const definitions = new Map<string, Definition>();
    const shown = new Set<string>();
    // As in CommonMark, the first definition of a name counts.
    visit(tree, 'definition', (node) => {
      if (!definitions.has(node.identifier)) definitions.set(node.identifier, node);
    });
    visit(tree, 'imageReference', (node, index, parent) => {
      const definition = definitions.get(node.identifier);
      if (!definition || !parent || index === undefined) return;
      const { url, title } = definition;
      const { alt, data, position } = node;
      const image: Image = { type: 'image', url, title: title ?? null, alt: alt ?? null };
      parent.children[index] = {
        ...image,
        ...(data === undefined ? {} : { data: { ...data } }),
        ...(position === undefined ? {} : { position }),
      };
      shown.add(node.identifier);
    });
    visit(tree, 'linkReference', ({ identifier }) => void shown.delete(identifier));
    if (shown.size === 0) return;
    visit(tree, 'definition', ({ identifier }, index, parent) => {
      if (!shown.has(identifier) || !parent || index === undefined) return undefined;
      parent.children.splice(index, 1);
      return index;
    });
  };
}
