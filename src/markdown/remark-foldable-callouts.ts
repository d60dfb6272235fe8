import type { BlockContent, Paragraph, PhrasingContent, Root } from 'mdast';
import type { ContainerDirective } from 'mdast-util-directive';
import type { VFile } from 'vfile';
import { visit } from '../visit-tree.ts';
import { articleWords } from './article-words.ts';
import { blockName, isCallout } from './block-names.ts';
import { contextOf } from './context.ts';
import { calloutOf, isCalloutType } from './dialect-names.ts';

const marker = /^\[!(?<type>[^[\]\n|]+)(?:\|[^[\]\n]*)?\](?<fold>[+-]?)[ \t]*/u;

/** Cuts a paragraph after its first line. */
function splitLine(children: readonly PhrasingContent[]): [PhrasingContent[], PhrasingContent[]] {
  const at = children.findIndex(
    (child) => child.type === 'break' || (child.type === 'text' && child.value.includes('\n')),
  );
  const split = children[at];
  if (!split) return [[...children], []];
  const line = children.slice(0, at);
  const rest = children.slice(at + 1);
  if (split.type === 'text') {
    const end = split.value.indexOf('\n');
    if (end > 0) line.push({ ...split, value: split.value.slice(0, end) });
    rest.unshift({ ...split, value: split.value.slice(end + 1) });
  }
  return [line, rest];
}

const isSpace = (nodes: readonly PhrasingContent[]): boolean =>
  nodes.every((node) => node.type === 'text' && node.value.trim() === '');

/**
 * Makes a block that readers open out of a foldable callout of Obsidian, and one of ours out of a type
 * that only Obsidian has. All others are left to `remark-callouts`.
 *
 * `> [!note]- 标题` → `:::details[标题]` · `> [!question]` → `> [!note] 问题`
 */
export function remarkFoldableCallouts() {
  return (tree: Root, file: VFile): void => {
    const { language } = contextOf(file);
    visit(tree, 'blockquote', (quote, index, parent) => {
      const [paragraph, ...others] = quote.children;
      const first = paragraph?.type === 'paragraph' ? paragraph.children[0] : undefined;
      const groups = first?.type === 'text' ? marker.exec(first.value)?.groups : undefined;
      if (
        paragraph?.type !== 'paragraph' ||
        first?.type !== 'text' ||
        !groups ||
        !parent ||
        index === undefined
      )
        return;
      const { type = '', fold = '' } = groups;
      if (!isCalloutType(type.trim())) return;
      const callout = calloutOf(type.trim(), language);
      const rest = first.value.replace(marker, '');
      if (fold === '') {
        const isOurs = isCallout(blockName(type.trim()));
        const [line] = splitLine([{ ...first, value: rest }, ...paragraph.children.slice(1)]);
        const title = isOurs || !isSpace(line) ? '' : callout.title;
        if (!isOurs || first.value.includes('|')) first.value = `[!${callout.name}] ${title}${rest}`;
        return;
      }
      const [line, body] = splitLine([{ ...first, value: rest }, ...paragraph.children.slice(1)]);
      const title: PhrasingContent[] = isSpace(line)
        ? [{ type: 'text', value: callout.title || articleWords[language].callouts[callout.name] }]
        : line;
      const label: Paragraph = { type: 'paragraph', data: { directiveLabel: true }, children: title };
      const opening: BlockContent[] = isSpace(body) ? [] : [{ ...paragraph, children: body }];
      const block: ContainerDirective = {
        type: 'containerDirective',
        name: 'details',
        attributes: fold === '+' ? { open: '' } : {},
        children: [label, ...opening, ...others],
        ...(quote.position ? { position: quote.position } : {}),
      };
      parent.children[index] = block;
    });
  };
}
