import type { Definition, Image, Link, Root } from 'mdast';
import type { VFile } from 'vfile';
import { visit } from '../visit-tree.ts';
import { contextOf } from './context.ts';

const isReadable = (url: string): boolean => {
  try {
    decodeURI(url);
    return true;
  } catch {
    return false;
  }
};

/**
 * Reports addresses with a `%` that stands for nothing, and writes it as what it is: those that come
 * after decode addresses and would stop at it.
 *
 * `[涨幅](./10%涨幅.md)` → a finding, and `./10%25涨幅.md`
 */
export function remarkMalformedUrls() {
  return (tree: Root, file: VFile): void => {
    const { report } = contextOf(file);
    const source = String(file);
    visit(tree, ['link', 'image', 'definition'], (visited) => {
      const node = visited as Link | Image | Definition;
      if (isReadable(node.url)) return;
      const { start, end } = node.position ?? {};
      const text = source.slice(start?.offset, end?.offset);
      const before = /^[^\n]*?(?=%)/u.exec(text)?.[0].length ?? 0;
      report({
        rule: 'link/malformed',
        message: `\`${node.url.slice(0, 80)}\` has a \`%\` that is no part of a character.`,
        hint: 'write %25 for the sign itself',
        line: start?.line,
        column: (start?.column ?? 1) + before,
      });
      const signs = node.url.replace(/%(?![\dA-F]{2})/giu, '%25');
      node.url = isReadable(signs) ? signs : node.url.replaceAll('%', '%25');
    });
  };
}
