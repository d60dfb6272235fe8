import type { Definition, Link, Root } from 'mdast';
import type { VFile } from 'vfile';
import { visit } from '../visit-tree.ts';
import { contextOf } from './context.ts';
import { offendingWords } from './offence.ts';

/** Schemes that only lead somewhere; any other, such as `javascript:`, may do something. */
const harmless = /^(?:https?|mailto|tel|ftp|xmpp|irc):/iu;
const scheme = /^[a-z][a-z\d+.-]*:/iu;

const decode = (text: string): string => {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
};

/** Where the address itself stands, where it is written as it is; else where the link begins. */
function placeOfUrl(node: Link | Definition, source: string) {
  const { start, end } = node.position ?? {};
  if (!start || !end) return {};
  const text = source.slice(start.offset, end.offset);
  const from = text.lastIndexOf(node.url);
  const before = from < 0 || text.slice(0, from).includes('\n') ? 0 : from;
  return { line: start.line, column: start.column + before, length: node.url.length };
}

/**
 * Turns links between files into addresses on the site, with the base path, and reports dead ones, of
 * which their words stay, with a mark.
 *
 * `[投机解码](../speculative-decoding/zh.md)` → `<a href="/posts/speculative-decoding/">`
 */
export function remarkLinks() {
  return (tree: Root, file: VFile): void => {
    const { report, resolveLink, fragments, language } = contextOf(file);
    const source = String(file);
    /** Definitions that lead nowhere. */
    const dead = new Set<string>();
    visit(tree, ['link', 'definition'], (visited, index, parent) => {
      const node = visited as Link | Definition;
      const place = placeOfUrl(node, source);
      const refuse = (): void => {
        if (node.type === 'definition') dead.add(node.identifier);
        else if (parent && index !== undefined) {
          parent.children[index] = offendingWords(node.children, language);
        }
      };
      if (scheme.test(node.url)) {
        if (harmless.test(node.url)) return;
        report({
          rule: 'link/unsafe',
          message: `A link must not use the scheme of \`${node.url.slice(0, 60)}\`.`,
          ...place,
        });
        node.url = '#';
        refuse();
        return;
      }
      const id = decode(node.url.split('#')[1] ?? '');
      const message = `\`${node.url}\` leads to no heading: nothing there has the id \`${id}\`.`;
      const finding = { rule: 'link/dead-anchor', message, ...place } as const;
      if (node.url.startsWith('#')) {
        if (id !== '') fragments.push({ id, finding });
        return;
      }
      const target = resolveLink(decode(node.url));
      if (target.kind === 'internal') {
        if (id !== '' && target.file !== undefined) fragments.push({ id, file: target.file, finding });
        node.url = target.url;
      }
      if (target.kind === 'dead') {
        report({
          rule: 'link/dead',
          message: `\`${node.url}\` leads nowhere.`,
          hint: target.hint,
          ...place,
        });
        refuse();
      }
    });
    visit(tree, 'linkReference', (node, index, parent) => {
      if (!dead.has(node.identifier) || !parent || index === undefined) return;
      parent.children[index] = offendingWords(node.children, language);
    });
  };
}
