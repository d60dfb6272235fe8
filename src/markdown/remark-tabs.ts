import type { BlockContent, Root } from 'mdast';
import type { ContainerDirective, LeafDirective } from 'mdast-util-directive';
import type { VFile } from 'vfile';
import { visit } from '../visit-tree.ts';
import { articleWords } from './article-words.ts';
import { becomeElement, lineOf, ownWords, partsOf, visitBlocks } from './blocks.ts';
import { contextOf } from './context.ts';

/** The tab that a line `::tab[名]` begins, as the block it stands for. */
function tabOf({ attributes, children, position }: LeafDirective): ContainerDirective {
  const tab: ContainerDirective = { type: 'containerDirective', name: 'tab', children: [] };
  if (attributes) tab.attributes = attributes;
  if (children.length > 0) {
    tab.children.push({ type: 'paragraph', data: { directiveLabel: true }, children });
  }
  if (position) tab.position = position;
  return tab;
}

/** What stands in tabs: lines `::tab[名]` begin a tab that ends before the next one. */
function collectTabs(body: readonly BlockContent[]): { before: BlockContent[]; tabs: ContainerDirective[] } {
  const before: BlockContent[] = [];
  const tabs: ContainerDirective[] = [];
  let running: ContainerDirective | undefined;
  for (const node of body) {
    if (node.type === 'containerDirective' && node.name === 'tab') {
      tabs.push(node);
      running = undefined;
    } else if (node.type === 'leafDirective' && node.name === 'tab') {
      running = tabOf(node);
      tabs.push(running);
    } else {
      (running?.children ?? before).push(node);
    }
  }
  return { before, tabs };
}

/**
 * Sets tabs: sections with a title, one below the other, which a script of the page turns into tabs.
 *
 * `:::tabs` with `:::tab[名]` … `:::` or lines `::tab[名]` →
 * `<div class="tabs"><section class="tab" role="group"><p class="tab-title">名</p>…</section></div>`
 */
export function remarkTabs() {
  return (tree: Root, file: VFile): void => {
    const { report, language } = contextOf(file);
    const misplaced = (node: ContainerDirective | LeafDirective, message: string, hint: string): void => {
      const { line, column } = node.position?.start ?? {};
      report({ rule: 'block/misplaced', message, hint, line, column, length: node.name.length + 3 });
    };
    const inTabs = new Set<ContainerDirective>();

    visitBlocks(
      tree,
      (name) => name === 'tabs',
      (block) => {
        const { title, body } = partsOf(block);
        const { before, tabs } = collectTabs(body);
        if (tabs.length === 0) misplaced(block, 'These tabs have no tab.', 'begin each with `::tab[name]`');
        for (const tab of tabs) inTabs.add(tab);
        const head = title.length > 0 ? [lineOf('p', { className: ['tabs-title'] }, title)] : [];
        becomeElement(block, 'div', { className: ['tabs'] }, [...head, ...before, ...tabs]);
      },
    );

    visit(tree, 'leafDirective', (node, index, parent) => {
      if (node.name === 'tab' && parent && index !== undefined) parent.children[index] = tabOf(node);
    });

    let count = 0;
    visitBlocks(
      tree,
      (name) => name === 'tab',
      (tab) => {
        count += 1;
        if (!inTabs.has(tab)) misplaced(tab, 'A tab stands in `:::tabs` alone.', 'put `:::tabs` around it');
        const { title, body } = partsOf(tab);
        const titleId = `tab-title-${String(count)}`;
        const head = title.length > 0 ? title : [ownWords(articleWords[language].tab(count), {})];
        becomeElement(tab, 'section', { className: ['tab'], role: 'group', ariaLabelledBy: [titleId] }, [
          lineOf('p', { className: ['tab-title'], id: titleId }, head),
          ...body,
        ]);
      },
    );
  };
}
