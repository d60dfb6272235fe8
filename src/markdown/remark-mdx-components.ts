import type { Root, RootContent } from 'mdast';
import type { MdxJsxFlowElement, MdxJsxTextElement } from 'mdast-util-mdx-jsx';
import type { MdxjsEsm } from 'mdast-util-mdxjs-esm';
import type { VFile } from 'vfile';
import { nearest } from '../diagnostics/nearest.ts';
import { visit } from '../visit-tree.ts';
import { contextOf } from './context.ts';
import { offence } from './offence.ts';

type Program = NonNullable<NonNullable<MdxjsEsm['data']>['estree']>;
type Element = MdxJsxFlowElement | MdxJsxTextElement;

const isElement = (node: { type: string }): node is Element =>
  node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement';

const isEsm = (node: { type: string }): node is MdxjsEsm => node.type === 'mdxjsEsm';

/** Names that the imports and exports of an article define: `import Chart …`, `export const Box …`. */
function definedNames({ body }: Program): string[] {
  return body.flatMap((statement) => {
    if (statement.type === 'ImportDeclaration') return statement.specifiers.map(({ local }) => local.name);
    if (statement.type !== 'ExportNamedDeclaration' || !statement.declaration) return [];
    const { declaration } = statement;
    if (declaration.type !== 'VariableDeclaration') return [declaration.id.name];
    return declaration.declarations.flatMap(({ id }) => (id.type === 'Identifier' ? [id.name] : []));
  });
}

/**
 * Notes the components that an article uses without an import, and reports those that nobody knows, which
 * would end the build where the page is printed; their tag is shown instead, with a mark, and what they hold.
 *
 * `<Chart />` that the article neither imports nor exports → `mdx/unknown-component`
 */
export function remarkMdxComponents() {
  return (tree: Root, file: VFile): void => {
    const { report, componentNames, components, language } = contextOf(file);
    const source = String(file);
    // What MDX itself defines.
    const defined = new Set(['props', 'Fragment']);
    visit(tree, (node) => {
      if (!isEsm(node) || !node.data?.estree) return;
      for (const name of definedNames(node.data.estree)) defined.add(name);
    });
    visit(tree, (node, index, parent) => {
      if (!isElement(node)) return;
      const { name, position } = node;
      const [root = ''] = (name ?? '').split('.', 1);
      // Lower case and no dot: an element of HTML.
      if (!/^[\p{Lu}_$]/u.test(root) && root === (name ?? '')) return;
      if (defined.has(root)) return;
      const known = componentNames();
      if (known.includes(root)) {
        if (!components.includes(root)) components.push(root);
        return;
      }
      const meant = nearest(root, [...defined, ...known]);
      report({
        rule: 'mdx/unknown-component',
        message: `Nothing defines the component \`${root}\`.`,
        hint:
          meant === undefined
            ? `import \`${root}\` at the beginning of the article`
            : `did you mean \`${meant}\`?`,
        line: position?.start.line,
        column: position?.start.column,
        length: root.length + 1,
      });
      if (!parent || index === undefined) return;
      const [tag = ''] = /^<[^>]*>?/u.exec(source.slice(position?.start.offset, position?.end.offset)) ?? [];
      const mark = offence(tag, language);
      const own: RootContent[] =
        node.type === 'mdxJsxFlowElement' ? [{ type: 'paragraph', children: [mark] }] : [mark];
      (parent.children as RootContent[]).splice(index, 1, ...own, ...node.children);
    });
  };
}
