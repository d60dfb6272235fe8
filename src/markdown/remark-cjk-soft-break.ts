import type { Nodes, Parent, Root, Text } from 'mdast';
import { visit } from '../visit-tree.ts';
import { cjkClass, sharedPunctuation } from './cjk.ts';

const cjk = `[${cjkClass}${sharedPunctuation}]`;
const inside = new RegExp(`(${cjk})[ \\t]*\\n[ \\t]*(?=${cjk})`, 'gu');
const endsInCjk = new RegExp(`${cjk}$`, 'u');
const beginsWithCjk = new RegExp(`^${cjk}`, 'u');

/** The text at one end of a piece of a paragraph; nothing where that end is not text. */
function edge(node: Nodes | undefined, end: 'first' | 'last'): string {
  if (!node) return '';
  if (node.type === 'text') return node.value;
  if (!('children' in node)) return '';
  return edge(node.children.at(end === 'first' ? 0 : -1), end);
}

/** Removes a line break at the start or end of a text where its neighbour continues in Chinese. */
function joinEdges(node: Text, parent: Parent, index: number): void {
  const before = edge(parent.children[index - 1], 'last');
  const after = edge(parent.children[index + 1], 'first');
  const body = node.value.trim();
  const next = body === '' ? after : body;
  const previous = body === '' ? before : body;
  if (/^[ \t]*\n/u.test(node.value) && endsInCjk.test(before) && beginsWithCjk.test(next)) {
    node.value = node.value.replace(/^[ \t]*\n[ \t]*/u, '');
  }
  if (/\n[ \t]*$/u.test(node.value) && endsInCjk.test(previous) && beginsWithCjk.test(after)) {
    node.value = node.value.replace(/[ \t]*\n[ \t]*$/u, '');
  }
}

/**
 * Joins the lines of a paragraph where both sides of the break are Chinese: there a browser would
 * print a blank that nobody wrote.
 *
 * `残差⏎连接` → `残差连接` · `使用⏎LoRA` stays
 */
export function remarkCjkSoftBreak() {
  return (tree: Root): void => {
    visit(tree, 'text', (node, index, parent) => {
      if (!node.value.includes('\n')) return;
      node.value = node.value.replace(inside, '$1');
      if (parent && index !== undefined) joinEdges(node, parent, index);
    });
  };
}
