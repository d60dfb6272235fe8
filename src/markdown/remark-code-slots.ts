import type { Code, Root } from 'mdast';
import { visit } from 'unist-util-visit';
import type { VFile } from 'vfile';
import { nearest } from '../diagnostics/nearest.ts';
import { knownLanguage, languageNames } from '../renditions/code.ts';
import { slotProperties } from '../renditions/slot.ts';
import { contextOf } from './context.ts';

const titleOf = (meta: string): string | undefined => /(?:^|\s)title="([^"]*)"/u.exec(meta)?.[1];

/**
 * Highlights every fenced block once and leaves an empty element with its key in the tree.
 *
 * ```` ```python ```` → `<span data-slot="c9aQ…"></span>`
 */
export function remarkCodeSlots() {
  return async (tree: Root, file: VFile): Promise<void> => {
    const context = contextOf(file);
    const blocks: Code[] = [];
    visit(tree, 'code', (node) => void blocks.push(node));
    for (const node of blocks) {
      const name = node.lang ?? '';
      const language = knownLanguage(name);
      if (language === undefined) {
        const meant = nearest(name, languageNames());
        const start = node.position?.start;
        context.report({
          rule: 'code/unknown-language',
          message: `No grammar is known for the fence language \`${name}\`.`,
          hint: meant === undefined ? 'use `text` for plain text' : `did you mean \`${meant}\`?`,
          line: start?.line,
          column: (start?.column ?? 1) + 3,
          length: name.length,
        });
      }
      const { key } = await context.renditions.code({
        code: node.value,
        language: language ?? 'text',
        title: titleOf(node.meta ?? ''),
      });
      const slot = { hName: 'span', hProperties: slotProperties(key), hChildren: [] };
      // A node without a handler of its own becomes the element that its data names.
      Object.assign(node, { type: 'codeSlot', data: slot });
      Reflect.deleteProperty(node, 'value');
    }
  };
}
