import type { Root } from 'mdast';
import type { Math } from 'mdast-util-math';
import { SKIP, visit } from 'unist-util-visit';
import type { VFile } from 'vfile';
import { contextOf } from './context.ts';

const closingFence = /\n[ \t>]*\${2,}[ \t]*$/u;

/**
 * Checks the fences of display formulas, and makes a display formula of a paragraph that is nothing
 * but `$$x$$`.
 *
 * `$$E = mc^2$$` alone → the same as with `$$` on lines of their own
 */
export function remarkDisplayMath() {
  return (tree: Root, file: VFile): void => {
    const { report } = contextOf(file);
    const source = String(file);
    const sourceOf = (node: { position?: Math['position'] }): string =>
      source.slice(node.position?.start.offset, node.position?.end.offset);

    visit(tree, 'math', (node) => {
      const start = node.position?.start;
      const place = { line: start?.line, column: start?.column, length: 2 };
      if (node.meta) {
        report({
          rule: 'math/text-after-fence',
          message: `Markdown drops what follows the opening \`$$\` on its line: ${node.meta}`,
          hint: 'put `$$` on a line of its own, before and after the formula',
          ...place,
          length: 2 + node.meta.length,
        });
      } else if (start && !closingFence.test(sourceOf(node))) {
        report({
          rule: 'math/unclosed',
          message: 'The display formula opened here is never closed; it takes in all that follows.',
          hint: 'put `$$` on a line of its own after the formula',
          ...place,
        });
      }
    });

    visit(tree, 'paragraph', (paragraph, index, parent) => {
      const children = paragraph.children.filter(
        (child) => child.type !== 'text' || child.value.trim() !== '',
      );
      const [only] = children;
      if (children.length !== 1 || only?.type !== 'inlineMath') return undefined;
      if (!sourceOf(only).startsWith('$$') || !parent || index === undefined) return undefined;
      const math: Math = { type: 'math', value: only.value, position: only.position };
      parent.children[index] = math;
      return [SKIP, index];
    });
  };
}
