import { slug as headingSlug } from 'github-slugger';
import type { Nodes } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { visit } from '../visit-tree.ts';

/** What stands at an address of an article that is moved. */
export interface LinkMover {
  /** The address from the article's new place; nothing where it stays as it is. */
  address(url: string, kind: 'link' | 'image'): string | undefined;
  /** The address of what goes by a name in a vault; nothing where it is not known. */
  named(name: string, kind: 'link' | 'image'): string | undefined;
}

interface Edit {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

const attribute = /(?<before>\s(?<name>src|href)\s*=\s*(?<quote>["']))(?<url>[^"']*)\k<quote>/giu;
const wikilink =
  /(?<embed>!?)\[\[(?<name>[^[\]|#\n]{0,200})(?:#(?<anchor>[^[\]|\n]{1,200}))?(?:\\?\|(?<label>[^[\]\n]{0,300}))?\]\]/gu;
const imageFile = /\.(?:png|jpe?g|gif|svg|webp|avif|bmp)$/iu;

/** An address as it may stand in the brackets of Markdown. */
const written = (url: string): string =>
  /[\s()<>]/u.test(url) ? encodeURI(url).replaceAll('(', '%28').replaceAll(')', '%29') : url;

/** Offset at which the address of a link, an image or a definition begins in its text. */
function startOfUrl(node: Nodes, text: string, url: string): number {
  const from = node.position?.start.offset ?? 0;
  const last = 'children' in node ? node.children.at(-1) : undefined;
  const inner = last?.position?.end.offset ?? from;
  const sign = node.type === 'definition' ? ']:' : '](';
  const open = text.indexOf(sign, inner);
  const end = node.position?.end.offset ?? 0;
  const at = open < 0 ? -1 : text.indexOf(url, open + 2);
  return at < 0 || at + url.length > end ? -1 : at;
}

function editsOfHtml(value: string, start: number, mover: LinkMover): Edit[] {
  return [...value.matchAll(attribute)].flatMap(({ index, groups }) => {
    const { before = '', name = '', url = '' } = groups ?? {};
    const moved = mover.address(url, name.toLowerCase() === 'src' ? 'image' : 'link');
    if (moved === undefined) return [];
    const from = start + index + before.length;
    return [{ from, to: from + url.length, text: moved }];
  });
}

/** `[[笔记#标题|文字]]` → `[文字](../bi-ji/zh.md#标题)`; pictures keep their form, which holds their size. */
function editsOfWikilinks(value: string, start: number, mover: LinkMover): Edit[] {
  return [...value.matchAll(wikilink)].flatMap(({ 0: all, index, groups }): Edit[] => {
    const { embed, name = '', anchor = '', label = '' } = groups ?? {};
    const from = start + index;
    const edit = (text: string): Edit[] => [{ from, to: from + all.length, text }];
    if (embed === '!' && imageFile.test(name.trim())) {
      const moved = mover.named(name.trim(), 'image');
      return moved === undefined ? [] : edit(all.replace(name, moved.replace(/^\.\//u, '')));
    }
    const heading = anchor.split('#').at(-1)?.trim() ?? '';
    const id = heading === '' || heading.startsWith('^') ? '' : `#${headingSlug(heading)}`;
    const target = name.trim() === '' ? '' : mover.named(name.trim(), 'link');
    if (target === undefined || (target === '' && id === '')) return [];
    const words = label.trim() || [name.trim(), heading.replace(/^\^.*/u, '')].filter(Boolean).join(' › ');
    return edit(`[${words}](${written(target)}${id})`);
  });
}

/**
 * Gives all addresses of an article those that they have from its new place; code stays. What looks like a
 * link within a formula leads nowhere, and so it stays as well.
 */
export function moveLinks(text: string, mover: LinkMover): string {
  const tree = fromMarkdown(text);
  const edits: Edit[] = [];
  visit(tree, (node) => {
    const start = node.position?.start.offset ?? 0;
    const end = node.position?.end.offset ?? 0;
    if (node.type === 'html') edits.push(...editsOfHtml(text.slice(start, end), start, mover));
    if (node.type === 'text') edits.push(...editsOfWikilinks(text.slice(start, end), start, mover));
    if (node.type !== 'link' && node.type !== 'image' && node.type !== 'definition') return;
    const kind =
      node.type === 'image' || (node.type === 'definition' && imageFile.test(node.url)) ? 'image' : 'link';
    const from = startOfUrl(node, text, node.url);
    if (from < 0) return;
    const moved = mover.address(node.url, kind);
    if (moved !== undefined) edits.push({ from, to: from + node.url.length, text: written(moved) });
  });
  return edits
    .toSorted((a, b) => b.from - a.from)
    .reduce((moved, { from, to, text: own }) => moved.slice(0, from) + own + moved.slice(to), text);
}
