import type { Parents, PhrasingContent, Root, Text } from 'mdast';
import { visit } from '../visit-tree.ts';
import { box } from './blocks.ts';

// `a == b` and `a==b and c==d` are comparisons.
const opening = /(?<![=A-Za-z0-9_)\]\\])==(?=[^\s=]|$)/u;
const closing = /(?<=[^\s=])==(?![=A-Za-z0-9_(])/u;

/** Where `==` closes what was opened in the child at `from`, after the offset `after`. */
function findEnd(children: readonly PhrasingContent[], from: number, after: number) {
  for (let index = from; index < children.length; index += 1) {
    const child = children[index];
    if (child?.type !== 'text') continue;
    const skipped = index === from ? after : 0;
    const at = child.value.slice(skipped).search(closing);
    // A sign right at the start closes what the node before it ends with.
    if (at >= 0) return { index, offset: at + skipped };
    if (index > from && /^==(?![=A-Za-z0-9_(])/u.test(child.value)) return { index, offset: 0 };
  }
  return undefined;
}

const text = (node: Text, value: string): Text => ({ ...node, value });

function highlight(parent: Parents): void {
  const children = parent.children as PhrasingContent[];
  for (let index = 0; index < children.length; index += 1) {
    const child = children[index];
    if (child?.type !== 'text' || !child.value.includes('==')) continue;
    const start = child.value.search(opening);
    // At the end of the text it opens only what stands right after it.
    if (start < 0 || (start + 2 === child.value.length && index + 1 === children.length)) continue;
    const end = findEnd(children, index, start + 2);
    const last = end && children[end.index];
    // What nothing closes from here on, nothing closes later.
    if (!end || last?.type !== 'text') return;
    const isOne = end.index === index;
    const inside: PhrasingContent[] = isOne
      ? [text(child, child.value.slice(start + 2, end.offset))]
      : [
          text(child, child.value.slice(start + 2)),
          ...children.slice(index + 1, end.index),
          text(last, last.value.slice(0, end.offset)),
        ];
    const isWords = (node: PhrasingContent): boolean => node.type !== 'text' || node.value !== '';
    const pieces: PhrasingContent[] = [
      text(child, child.value.slice(0, start)),
      box('mark', {}, inside.filter(isWords)),
      text(last, last.value.slice(end.offset + 2)),
    ];
    const kept = pieces.filter(isWords);
    children.splice(index, end.index - index + 1, ...kept);
    index = children.findIndex((one) => one === pieces[1]);
  }
}

/**
 * Marks text between `==`, as Obsidian and others do.
 *
 * `这是==重点==。` → `这是<mark>重点</mark>。`
 */
export function remarkHighlights() {
  return (tree: Root): void => {
    visit(tree, (node) => {
      if ('children' in node && node.children.some(({ type }) => type === 'text')) highlight(node);
    });
  };
}
