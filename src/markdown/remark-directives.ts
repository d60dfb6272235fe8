import type { Html, Nodes, Parents, Root } from 'mdast';
import { type ContainerDirective, directiveFromMarkdown } from 'mdast-util-directive';
import type {} from 'remark-parse';
import type { Processor } from 'unified';
import type { VFile } from 'vfile';
import type { Finding } from '../diagnostics/diagnostic.ts';
import { nearest } from '../diagnostics/nearest.ts';
import { visit } from '../visit-tree.ts';
import { type BlockFence, blockFences, blockFencesFromMarkdown } from './block-fences.ts';
import { blockAttributes, blockName, blockNames } from './block-names.ts';
import { placeInHead } from './blocks.ts';
import { type ArticleContext, contextOf } from './context.ts';
import { offence } from './offence.ts';

/** Blocks inside blocks, at most; deeper ones are laid flat. */
const deepest = 16;

type Report = (finding: Finding) => void;
type Children = ContainerDirective['children'];

interface OpenBlock {
  readonly size: number;
  readonly block: ContainerDirective;
  readonly children: Children;
}

const placeOf = ({ position }: Nodes, length = 3) => ({
  line: position?.start.line,
  column: position?.start.column,
  length,
});

/** Fences that raw HTML has swallowed: without a blank line before it, a fence belongs to the HTML. */
function splitHtml(node: Html): (Html | BlockFence)[] {
  const start = node.position?.start;
  if (!start || !/^ {0,3}:{3,}[ \t\r]*$/mu.test(node.value)) return [node];
  const parts: (Html | BlockFence)[] = [];
  let offset = start.offset ?? 0;
  for (const [row, line] of node.value.split('\n').entries()) {
    const last = parts.at(-1);
    const column = row === 0 ? start.column : 1;
    const point = { line: start.line + row, column, offset };
    const end = { line: point.line, column: column + line.length, offset: offset + line.length };
    const position = { start: point, end };
    offset = end.offset + 1;
    const size = /^ {0,3}(:{3,})[ \t\r]*$/u.exec(line)?.[1]?.length;
    if (size !== undefined) {
      parts.push({ type: 'blockFence', size, name: '', children: [], position });
    } else if (last?.type === 'html') {
      last.value += `\n${line}`;
      if (last.position) last.position.end = end;
    } else {
      parts.push({ type: 'html', value: line, position });
    }
  }
  return parts;
}

/** The block that a head opens, its title as a paragraph marked as label. */
function blockOf(fence: BlockFence, report: Report): ContainerDirective {
  const [head] = fence.children;
  const block: ContainerDirective = { type: 'containerDirective', name: '', attributes: {}, children: [] };
  if (fence.position) block.position = { ...fence.position };
  if (head?.type === 'leafDirective') {
    block.name = blockName(head.name);
    block.attributes = head.attributes ?? {};
    if (head.children.length > 0) {
      block.children.push({ type: 'paragraph', data: { directiveLabel: true }, children: head.children });
    }
  } else {
    const name = /^[^[{]*/u.exec(fence.name)?.[0] ?? '';
    block.name = blockName(name);
    if (name !== fence.name) {
      report({
        rule: 'block/syntax',
        message: 'The head of the block cannot be read.',
        hint: 'write `:::name[title]{#id key="value"}` without a space before `[` and `{`',
        ...placeOf(fence, fence.size + fence.name.length),
      });
    }
    if (head?.type === 'paragraph') block.children.push({ ...head, data: { directiveLabel: true } });
  }
  return block;
}

/** Reports a block that nobody knows, and attributes that a block does not read. */
function checkBlock(
  block: ContainerDirective,
  fence: BlockFence,
  source: string,
  { report, language }: ArticleContext,
): void {
  const known = blockAttributes(block.name);
  const [head] = fence.children;
  const written = head?.type === 'leafDirective' ? head.name : block.name;
  if (!known) {
    if (written === '') return;
    const meant = nearest(block.name, blockNames);
    report({
      rule: 'block/unknown',
      message: `There is no block \`:::${written}\`.`,
      hint: meant === undefined ? `known are ${blockNames.join(', ')}` : `did you mean \`:::${meant}\`?`,
      ...placeOf(fence, fence.size + written.length),
    });
    // Its head is shown as it was written, above what it holds.
    const [head = ''] = source.slice(fence.position?.start.offset, fence.position?.end.offset).split('\n', 1);
    block.children = [{ type: 'paragraph', children: [offence(head.trim(), language)] }];
    return;
  }
  for (const key of Object.keys(block.attributes ?? {})) {
    if (known.includes(key)) continue;
    const meant = nearest(key, known);
    report({
      rule: 'block/attribute',
      message: `The block \`:::${written}\` reads no attribute \`${key}\`.`,
      hint: meant === undefined ? `it reads ${known.join(', ')}` : `did you mean \`${meant}\`?`,
      ...placeInHead(fence, key, source),
    });
  }
}

function unclosed({ block, size }: OpenBlock): Finding {
  return {
    rule: 'block/unclosed',
    message: `The block \`:::${block.name}\` is never closed.`,
    hint: `put a line \`${':'.repeat(size)}\` after its last line`,
    ...placeOf(block, size + block.name.length),
  };
}

/** Makes blocks of the fences among the children of one node. */
function groupChildren(parent: Parents, source: string, context: ArticleContext): void {
  const { report } = context;
  const children: Children = [];
  const open: OpenBlock[] = [];
  const nodes = (parent.children as Nodes[]).flatMap((child): Nodes[] =>
    child.type === 'html' ? splitHtml(child) : [child],
  );
  for (const node of nodes) {
    const target = open.at(-1)?.children ?? children;
    if (node.type !== 'blockFence') {
      target.push(node as Children[number]);
    } else if (node.name !== '' || node.children.length > 0) {
      const block = blockOf(node, report);
      checkBlock(block, node, source, context);
      const tooDeep = open.length >= deepest;
      if (open.length === deepest) {
        report({
          rule: 'block/syntax',
          message: `Blocks are nested deeper than ${String(deepest)}.`,
          ...placeOf(node),
        });
      }
      target.push(...(tooDeep ? block.children : [block]));
      open.push({ size: node.size, block, children: tooDeep ? target : block.children });
    } else {
      const same = open.findLastIndex(({ size }) => size === node.size);
      const closed = same < 0 ? open.findLastIndex(({ size }) => size < node.size) : same;
      if (closed < 0) {
        const outer = open.at(-1);
        report({
          rule: 'block/unopened',
          message: `\`${':'.repeat(node.size)}\` closes no block.`,
          hint: outer && `the block opened before it ends with \`${':'.repeat(outer.size)}\``,
          ...placeOf(node, node.size),
        });
        continue;
      }
      for (const inner of open.slice(closed + 1)) report(unclosed(inner));
      const block = open[closed]?.block;
      if (block?.position && node.position) block.position.end = node.position.end;
      open.length = closed;
    }
  }
  for (const block of open) report(unclosed(block));
  parent.children = children;
}

/**
 * Reads blocks, whose lines of three or more colons may all be equally long when one stands in another,
 * as in Pandoc: a line of colons alone ends the innermost open block that began with as many, else the
 * innermost that began with fewer.
 *
 * `:::tip[标题]` … `:::` → `containerDirective` `tip`, its first paragraph marked `directiveLabel`
 *
 * Four more directives exist: `:num[…]`, `:given[…]` and `:term[…]` in text, and `::tab[…]` on a line. Any other word
 * after a colon is text, as it was. A title may also follow the name after a space, as VuePress has it.
 */
export function remarkDirectives(this: Processor) {
  const data = this.data();
  (data.micromarkExtensions ??= []).push(blockFences({ text: ['num', 'given', 'term'], leaf: ['tab'] }));
  (data.fromMarkdownExtensions ??= []).push(directiveFromMarkdown(), blockFencesFromMarkdown());

  return (tree: Root, file: VFile): void => {
    const context = contextOf(file);
    const source = String(file);
    visit(tree, (node) => {
      if (!('children' in node)) return;
      const hasFence = node.children.some(({ type }) => type === 'blockFence' || type === 'html');
      if (hasFence && node.type !== 'paragraph') groupChildren(node, source, context);
    });
  };
}
