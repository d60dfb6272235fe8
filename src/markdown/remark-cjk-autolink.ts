import type { Link, Root, Text } from 'mdast';
import type { VFile } from 'vfile';
import { SKIP, visit } from '../visit-tree.ts';
import { cjkClass, sharedPunctuation } from './cjk.ts';

/** Where a bare address ends: at full-width punctuation, or where Chinese follows a letter or digit at once. */
const punctuation = new RegExp(
  `[\\u3000-\\u303F\\uFF01-\\uFF0F\\uFF1A-\\uFF20\\uFF3B-\\uFF40\\uFF5B-\\uFF65${sharedPunctuation}]`,
  'u',
);
const textAfterWord = new RegExp(`(?<=[A-Za-z\\d/])(?<!/)[${cjkClass}]`, 'u');

function endOf(address: string): number {
  const ends = [address.search(punctuation), address.search(textAfterWord)].filter((end) => end > 0);
  return ends.length === 0 ? address.length : Math.min(...ends);
}

/** Whether a link was written as a bare address, not as `<…>` or `[…](…)`. */
function isBare(link: Link, source: string): link is Link & { children: [Text] } {
  const { start, end } = link.position ?? {};
  const [child] = link.children;
  if (link.children.length !== 1 || child?.type !== 'text') return false;
  // Addresses that GFM finds in the finished text have no position.
  if (!start || !end) return true;
  return source.slice(start.offset, end.offset) === child.value;
}

/**
 * Ends bare addresses where Chinese text goes on without a blank.
 *
 * `见https://arxiv.org/abs/2106.09685提出的` links the address alone; `…/wiki/注意力` keeps its path.
 */
export function remarkCjkAutolink() {
  return (tree: Root, file: VFile): void => {
    const source = String(file);
    visit(tree, 'link', (link, index, parent) => {
      if (!parent || index === undefined || !isBare(link, source)) return undefined;
      const [text] = link.children;
      const end = endOf(text.value);
      if (end === text.value.length) return undefined;
      const rest: Text = { type: 'text', value: text.value.slice(end) };
      const scheme = link.url.startsWith(text.value) ? '' : link.url.slice(0, link.url.indexOf('//') + 2);
      text.value = text.value.slice(0, end);
      link.url = scheme + text.value;
      parent.children.splice(index + 1, 0, rest);
      return [SKIP, index + 2];
    });
  };
}
