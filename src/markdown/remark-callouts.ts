import type { Blockquote, Paragraph, PhrasingContent, Root } from 'mdast';
import type { ContainerDirective } from 'mdast-util-directive';
import type { VFile } from 'vfile';
import { nearest } from '../diagnostics/nearest.ts';
import { visit } from '../visit-tree.ts';
import { articleWords } from './article-words.ts';
import { blockName, callouts, isCallout } from './block-names.ts';
import { becomeElement, lineOf, ownWords, partsOf, visitBlocks } from './blocks.ts';
import { contextOf } from './context.ts';

const marker = /^\[!(?<name>[^[\]\n]+)\][+-]?[ \t]*/u;

/** The line of the marker without it, and what follows that line. */
function splitFirstLine(paragraph: Paragraph): [PhrasingContent[], PhrasingContent[]] {
  const [first, ...others] = paragraph.children;
  if (first?.type !== 'text') return [[], paragraph.children];
  const children: PhrasingContent[] = [{ ...first, value: first.value.replace(marker, '') }, ...others];
  const index = children.findIndex(
    (child) => child.type === 'break' || (child.type === 'text' && child.value.includes('\n')),
  );
  const split = children[index];
  if (!split) return [children, []];
  const line = children.slice(0, index);
  const rest = children.slice(index + 1);
  if (split.type === 'text') {
    const at = split.value.indexOf('\n');
    line.push({ type: 'text', value: split.value.slice(0, at) });
    rest.unshift({ ...split, value: split.value.slice(at + 1) });
  }
  return [line, rest];
}

const isEmpty = (children: PhrasingContent[]): boolean =>
  children.every((child) => child.type === 'text' && child.value.trim() === '');

/** A quotation that begins with `[!NOTE]`, as the block that it means. */
function calloutOf(quote: Blockquote, name: string): ContainerDirective {
  const [paragraph, ...others] = quote.children;
  const children = [...others];
  if (paragraph?.type === 'paragraph') {
    const [title, rest] = splitFirstLine(paragraph);
    if (!isEmpty(rest)) children.unshift({ ...paragraph, children: rest });
    if (!isEmpty(title)) {
      children.unshift({ type: 'paragraph', data: { directiveLabel: true }, children: title });
    }
  }
  const block: ContainerDirective = { type: 'containerDirective', name, attributes: {}, children };
  if (quote.position) block.position = quote.position;
  return block;
}

/**
 * Sets callouts: GitHub's alerts, in any case and with a title on the line of the marker, and blocks.
 *
 * `> [!TIP]` or `:::tip[标题]` → `<aside class="callout callout-tip" role="note">`
 */
export function remarkCallouts() {
  return (tree: Root, file: VFile): void => {
    const { report, language } = contextOf(file);
    visit(tree, 'blockquote', (quote, index, parent) => {
      const [paragraph] = quote.children;
      const first = paragraph?.type === 'paragraph' ? paragraph.children[0] : undefined;
      const written = first?.type === 'text' ? marker.exec(first.value)?.groups?.name : undefined;
      if (written === undefined || !parent || index === undefined) return;
      const name = blockName(written.trim());
      if (isCallout(name)) {
        parent.children[index] = calloutOf(quote, name);
        return;
      }
      const names = Object.keys(callouts);
      const meant = nearest(name, names);
      report({
        rule: 'block/unknown',
        message: `There is no alert \`[!${written}]\`.`,
        hint: `${meant === undefined ? 'known are ' : 'did you mean '}${
          meant === undefined
            ? names.map((known) => `[!${known.toUpperCase()}]`).join(', ')
            : `\`[!${meant.toUpperCase()}]\`?`
        }`,
        line: first?.position?.start.line,
        column: first?.position?.start.column,
        length: written.length + 3,
      });
    });

    let count = 0;
    visitBlocks(tree, isCallout, (block) => {
      if (!isCallout(block.name)) return;
      count += 1;
      const { title, body } = partsOf(block);
      const titleId = `callout-title-${String(count)}`;
      const kind = ownWords(articleWords[language].callouts[block.name], { className: ['callout-kind'] });
      const space: PhrasingContent[] = title.length > 0 ? [{ type: 'text', value: ' ' }] : [];
      becomeElement(
        block,
        'aside',
        { className: ['callout', `callout-${block.name}`], role: 'note', ariaLabelledBy: [titleId] },
        [lineOf('p', { className: ['callout-title'], id: titleId }, [kind, ...space, ...title]), ...body],
      );
    });
  };
}
