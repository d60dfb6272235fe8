import type { Root } from 'mdast';
import type { VFile } from 'vfile';
import { visit } from '../visit-tree.ts';
import { hasShields, unshieldLabelBraces } from './label-braces.ts';

/** Puts the braces back into every text of a node, whatever kind of node it is. */
function unshield(value: unknown): unknown {
  if (typeof value === 'string') return unshieldLabelBraces(value);
  if (Array.isArray(value)) return value.map(unshield);
  if (typeof value !== 'object' || value === null || Object.getPrototypeOf(value) !== Object.prototype) {
    return value;
  }
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, unshield(inner)]));
}

/** Puts back the braces that `shieldLabelBraces` has hidden from the parser, in the tree and in the file. */
export function remarkLabelBraces() {
  return (tree: Root, file: VFile): void => {
    const source = String(file);
    if (!hasShields(source)) return;
    file.value = unshieldLabelBraces(source);
    visit(tree, (node) => {
      for (const [key, value] of Object.entries(node)) {
        if (key === 'children' || key === 'position') continue;
        Object.assign(node, { [key]: unshield(value) });
      }
    });
  };
}
