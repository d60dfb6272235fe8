import type { Code, Root } from 'mdast';
import type { VFile } from 'vfile';
import type { CodeRequest } from '../renditions/code.ts';
import type { DiagramProblem, DiagramRequest } from '../renditions/diagram-kinds.ts';
import { slotProperties } from '../renditions/slot.ts';
import { visit } from '../visit-tree.ts';
import { CodeLimits } from './code-limits.ts';
import { type ArticleContext, contextOf } from './context.ts';

/** Reports what is wrong with a diagram, at the words that are meant. */
function reportProblems(
  node: Code,
  problems: readonly DiagramProblem[],
  source: string,
  { report }: ArticleContext,
) {
  const lines = source.split(/\r\n|\n|\r/u);
  const start = node.position?.start;
  for (const { kind, message, hint, line, text = '' } of problems) {
    const row = line === undefined || !start ? undefined : start.line + 1 + line;
    const at = row === undefined ? -1 : (lines[row - 1] ?? '').indexOf(text);
    const own = row === undefined ? '' : (lines[row - 1] ?? '').trim();
    report({
      rule: `diagram/${kind}`,
      message,
      hint,
      line: row ?? start?.line,
      column: row === undefined ? start?.column : Math.max(0, at) + 1,
      length: row === undefined ? 3 : (text || own).length,
    });
  }
}

/**
 * Renders every block of code and every diagram once, as `remark-code-fences` has read it, and leaves
 * an empty element with its key in the tree.
 *
 * ```` ```python ```` → `<span data-slot="c9aQ…"></span>`
 */
export function remarkCodeSlots() {
  return async (tree: Root, file: VFile): Promise<void> => {
    const context = contextOf(file);
    const { renditions } = context;
    const limits = new CodeLimits();
    const blocks: { node: Code; request: CodeRequest | DiagramRequest }[] = [];
    visit(tree, 'code', (node) => {
      blocks.push({ node, request: node.data?.request ?? { code: node.value, language: 'text' } });
    });
    for (const { node, request } of blocks) {
      let key: string;
      if ('source' in request) {
        const drawn = await renditions.diagram(request);
        reportProblems(node, drawn.diagram.problems, String(file), context);
        key = drawn.key;
      } else {
        const { line, column } = node.position?.start ?? {};
        const place = { line, column, length: 3 };
        key = (await renditions.code(limits.apply(request, place, context.report))).key;
      }
      const slot = { hName: 'span', hProperties: slotProperties(key), hChildren: [] };
      // A node without a handler of its own becomes the element that its data names.
      Object.assign(node, { type: 'codeSlot', data: slot });
      Reflect.deleteProperty(node, 'value');
    }
  };
}
