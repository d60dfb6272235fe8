import { existsSync } from 'node:fs';
import type { Root } from 'mdast';
import type { MdxjsEsm } from 'mdast-util-mdxjs-esm';
import type { VFile } from 'vfile';
import { SKIP, visit } from '../visit-tree.ts';
import { contextOf } from './context.ts';

/** What may be left out at the end of a path to code. */
const endings = ['', '.js', '.mjs', '.ts', '.jsx', '.tsx', '.json'];

/** The packages of the project, which an article may import as well. */
const packages = new URL('../../node_modules/', import.meta.url);

/** `@scope/name/part` → `@scope/name` */
const packageOf = (specifier: string): string =>
  specifier.split('/', specifier.startsWith('@') ? 2 : 1).join('/');

function isThere(specifier: string, hasAsset: (path: string) => boolean): boolean {
  const path = specifier.split(/[?#]/u, 1)[0] ?? '';
  if (/^[.]{1,2}\//u.test(path)) return endings.some((ending) => hasAsset(path + ending));
  if (path.startsWith('/') || /^[a-z][a-z\d+.-]*:/iu.test(path)) return true;
  return existsSync(new URL(packageOf(path), packages));
}

const isEsm = (node: { type: string }): node is MdxjsEsm => node.type === 'mdxjsEsm';

/**
 * Reports imports of MDX that lead nowhere, and takes them out, so that what they would have brought is
 * reported where it is used: the bundler would end the build.
 *
 * an import of `./chart.astro` without that file → `mdx/missing-module`
 */
export function remarkMdxImports() {
  return (tree: Root, file: VFile): void => {
    const { report, hasAsset } = contextOf(file);
    visit(tree, (node, index, parent) => {
      const program = isEsm(node) ? node.data?.estree : undefined;
      if (!program || !parent || index === undefined) return undefined;
      program.body = program.body.filter((statement) => {
        if (statement.type !== 'ImportDeclaration') return true;
        const specifier = String(statement.source.value);
        if (isThere(specifier, hasAsset)) return true;
        const { line, column } = statement.source.loc?.start ?? {};
        report({
          rule: 'mdx/missing-module',
          message: `\`${specifier}\` leads to no file and no package.`,
          hint: specifier.startsWith('.')
            ? 'the path starts at the folder of the article'
            : 'install the package in this project, or leave it out',
          line,
          column: column === undefined ? undefined : column + 1,
          length: specifier.length + 2,
        });
        return false;
      });
      if (program.body.length > 0) return undefined;
      parent.children.splice(index, 1);
      return [SKIP, index];
    });
  };
}
