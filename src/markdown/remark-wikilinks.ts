import type { Image, Link, PhrasingContent, Root } from 'mdast';
import { slug } from 'github-slugger';
import type { VFile } from 'vfile';
import { nearest } from '../diagnostics/nearest.ts';
import { SKIP, visit } from '../visit-tree.ts';
import { type ArticleContext, contextOf } from './context.ts';
import { textPlaces } from './text-places.ts';

const wikilink =
  /(?<embed>!?)\[\[(?<name>[^[\]|#\n]{0,200})(?:#(?<anchor>[^[\]|\n]{1,200}))?(?:\\?\|(?<label>[^[\]\n]{0,300}))?\]\]/gu;
const imageFile = /\.(?:png|jpe?g|gif|svg|webp|avif|bmp)$/iu;

type Place = { line: number; column: number } | undefined;

/** The parts of a wikilink, without blanks around them. */
interface Parts {
  readonly written: string;
  readonly name: string;
  readonly anchor: string;
  readonly label: string;
}

const encode = (path: string): string => encodeURI(path).replace(/[?#()]/gu, encodeURIComponent);

/** `300`, `300x200` */
function sizeOf(label: string): { width?: number; height?: number } | undefined {
  const groups = /^(?<width>\d+)(?:x(?<height>\d+))?$/u.exec(label)?.groups;
  if (!groups) return undefined;
  const height = groups.height === undefined ? {} : { height: Number(groups.height) };
  return { width: Number(groups.width), ...height };
}

function imageOf({ name, label }: Parts, { pathOf }: ArticleContext): Image {
  // `图.png|说明|300`
  const parts = label.split('|').map((part) => part.trim());
  const size = parts.map(sizeOf).find((found) => found !== undefined);
  const alt = parts.filter((part) => part !== '' && sizeOf(part) === undefined).join(' ');
  const image: Image = { type: 'image', url: encode(pathOf(name) ?? name), alt };
  if (size) image.data = { hProperties: { ...size } };
  return image;
}

/** The link, or its words alone where nothing goes by its name. */
function linkOf(
  parts: Parts,
  place: Place,
  { pathOf, articleNames, report }: ArticleContext,
): PhrasingContent {
  const { name, anchor, label, written } = parts;
  const words = label || [name, anchor.replace(/^\^.*/u, '')].filter(Boolean).join(' › ');
  const path = name === '' ? '' : pathOf(name);
  if (path === undefined) {
    const meant = nearest(name, articleNames());
    report({
      rule: 'link/dead',
      message: `\`${written}\` leads nowhere: no article goes by the name \`${name}\`.`,
      hint: meant === undefined ? undefined : `did you mean \`[[${meant}]]\`?`,
      ...place,
      length: written.length,
    });
    return { type: 'text', value: words };
  }
  // The last of `#章#节` is the heading; a block (`#^id`) has no place of its own.
  const heading = anchor.split('#').at(-1) ?? '';
  const id = heading === '' || heading.startsWith('^') ? '' : `#${encodeURIComponent(slug(heading.trim()))}`;
  return { type: 'link', url: `${encode(path)}${id}`, children: [{ type: 'text', value: words }] };
}

/** Says what of a wikilink is not shown. */
function check(
  { name, anchor, written }: Parts,
  isEmbed: boolean,
  place: Place,
  { report }: ArticleContext,
): void {
  const isBlock = anchor.startsWith('^');
  if (!isBlock && (!isEmbed || imageFile.test(name))) return;
  report({
    rule: 'dialect/unsupported',
    message: isEmbed
      ? `\`${written}\` shows a link: articles do not take in each other's text.`
      : `\`${written}\` leads to the article alone: blocks have no places of their own.`,
    hint: isEmbed ? `write [[${name}]], or copy the text` : 'link to a heading: [[笔记#标题]]',
    ...place,
    length: written.length,
  });
}

/**
 * Turns links of Obsidian and of wikis into links and images, by file name, title or alias.
 *
 * `[[笔记#标题|文字]]` → `[文字](../笔记/zh.md#标题)` · `![[图.png|300]]` → an image of that width
 */
export function remarkWikilinks() {
  return (tree: Root, file: VFile): void => {
    const context = contextOf(file);
    const source = String(file);
    visit(tree, (node, index, parent) => {
      if (node.type === 'link' || node.type === 'linkReference') return SKIP;
      if (node.type !== 'text' || !node.value.includes('[[') || !parent || index === undefined)
        return undefined;
      const places = textPlaces(node, source);
      const pieces: PhrasingContent[] = [];
      let from = 0;
      for (const { index: at, 0: written, groups } of node.value.matchAll(wikilink)) {
        const { embed, name = '', anchor = '', label = '' } = groups ?? {};
        const parts: Parts = { written, name: name.trim(), anchor: anchor.trim(), label: label.trim() };
        if (parts.name === '' && parts.anchor === '') continue;
        // `x[[i]]` is an index, and `[[0.1, 0.2]]` are numbers.
        if (embed === '' && /\w/u.test(node.value[at - 1] ?? '')) continue;
        if (
          /^[\d\s.,;:+-]*$/u.test(parts.name) &&
          context.pathOf(parts.name) === undefined &&
          parts.anchor === ''
        )
          continue;
        const piece = places.slice(at, at + written.length);
        const place = piece.position?.start;
        check(parts, embed === '!', place, context);
        const isImage = embed === '!' && imageFile.test(parts.name);
        const made: Link | PhrasingContent = isImage
          ? imageOf(parts, context)
          : linkOf(parts, place, context);
        if (at > from) pieces.push(places.slice(from, at));
        pieces.push(piece.position ? { ...made, position: piece.position } : made);
        from = at + written.length;
      }
      if (pieces.length === 0) return undefined;
      if (from < node.value.length) pieces.push(places.slice(from, node.value.length));
      parent.children.splice(index, 1, ...pieces);
      return [SKIP, index + pieces.length];
    });
  };
}
