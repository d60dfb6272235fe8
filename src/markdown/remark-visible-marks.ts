import type { Root } from 'mdast';
import type { VFile } from 'vfile';
import { visit } from '../visit-tree.ts';
import { contextOf } from './context.ts';

/** Marks that were meant as markup and stand in the text as they are. */
const marks = [
  {
    pattern: /\*\*(?=[^\s*])/u,
    message: 'The `**` here is printed: Markdown does not see emphasis in this place.',
    hint: 'put punctuation outside of the bold text, or a blank beside the `**`',
    length: 2,
  },
  {
    pattern: /^#{1,6}(?=\p{Script=Han})/u,
    message: 'This line is printed with its `#`: a heading needs a blank after it.',
    hint: 'write `## 标题`',
    length: 1,
  },
] as const;

/** Place in the file of an offset into a text node; exact where the text has no escapes before it. */
function placeOf(start: { line: number; column: number } | undefined, before: string) {
  const lines = before.split('\n');
  const column = (lines.length === 1 ? (start?.column ?? 1) : 1) + (lines.at(-1)?.length ?? 0);
  return { line: (start?.line ?? 1) + lines.length - 1, column };
}

/** Warns of emphasis and headings that Markdown did not recognise and prints with their marks. */
export function remarkVisibleMarks() {
  return (tree: Root, file: VFile): void => {
    const { report } = contextOf(file);
    visit(tree, 'text', (node, index) => {
      for (const { pattern, message, hint, length } of marks) {
        const offset = node.value.search(pattern);
        if (offset < 0 || (pattern.source.startsWith('^') && index !== 0)) continue;
        const place = placeOf(node.position?.start, node.value.slice(0, offset));
        report({ rule: 'text/visible-mark', message, hint, length, ...place });
      }
    });
  };
}
