import type { Root } from 'mdast';
import type { TextDirective } from 'mdast-util-directive';
import type { VFile } from 'vfile';
import { nearest } from '../diagnostics/nearest.ts';
import { nameKey } from '../schemas/glossary.ts';
import { visit } from '../visit-tree.ts';
import { type ArticleContext, contextOf } from './context.ts';
import { plainText } from './plain-text.ts';

const hint = 'write :term[KV 缓存], :term[它]{#kv-cache} or :term[温度]{off}';

const placeOf = ({ position }: TextDirective) => ({
  line: position?.start.line,
  column: position?.start.column,
  length: ':term'.length,
});

/** The key of the term that `:term[…]` means; nothing where the glossary has none, which is reported. */
function termOf(node: TextDirective, { termNames, report }: ArticleContext): string | undefined {
  const names = termNames();
  const { id } = node.attributes ?? {};
  const written = plainText(node);
  const found = names.find((one) =>
    id == null
      ? one.isAbbreviation
        ? one.name === written
        : nameKey(one.name) === nameKey(written)
      : one.id === id,
  );
  if (found) return found.id;
  const asked = id ?? written;
  const meant = nearest(asked, new Set(names.map((one) => (id == null ? one.name : one.id))));
  report({
    rule: 'term/unknown',
    message: `The glossary has no term \`${asked}\`.`,
    hint: meant === undefined ? 'add it to glossary.yaml' : `did you mean \`${meant}\`?`,
    ...placeOf(node),
  });
  return undefined;
}

/**
 * Reads `:term[…]`, by which an author has a term marked or not. What becomes of it decides `rehype-terms`.
 *
 * `:term[KV 缓存]`, `:term[它]{#kv-cache}` → `<span data-term="kv-cache">…</span>`
 *
 * `:term[温度]{off}` → `<span data-term="">温度</span>`
 */
export function remarkTermMarks() {
  return (tree: Root, file: VFile): void => {
    const context = contextOf(file);
    visit(tree, 'textDirective', (node) => {
      if (node.name !== 'term') return;
      const complain = (message: string): void => {
        context.report({ rule: 'term/syntax', message, hint, ...placeOf(node) });
      };
      node.data = { ...node.data, hName: 'span' };
      if (node.children.length === 0) {
        complain('`:term[…]` holds no words, or its brackets are never closed.');
        node.children.push({ type: 'text', value: ':term' });
        return;
      }
      const unknown = Object.keys(node.attributes ?? {}).find((key) => key !== 'id' && key !== 'off');
      if (unknown !== undefined) complain(`\`:term[…]\` reads no attribute \`${unknown}\`.`);
      const dataTerm = node.attributes?.off == null ? termOf(node, context) : '';
      node.data.hProperties = { dataTerm };
    });
  };
}
