import type { VFile } from 'vfile';
import { articleWords } from './article-words.ts';
import { type ArticleContext, contextOf } from './context.ts';
import { findingInSource } from './dialect-lines.ts';
import { unshieldLabelBraces } from './label-braces.ts';

/** A node of JavaScript, as far as it is looked at here. */
interface Node {
  type: string;
  /** Offset in the text that is parsed; absent where the author did not write it. */
  start?: number;
  end?: number;
  loc?: { readonly start: { readonly line: number; readonly column: number } };
  [key: string]: unknown;
}

/** Where a part of an article stands, for what is said when it fails. */
export interface GuardedPart {
  /** Absolute path of the article. */
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly length: number;
  /** As the author wrote it. */
  readonly source: string;
  /** What the mark over it says. */
  readonly title: string;
  /** Whether it stands by itself, and not in a line of text. */
  readonly isBlock: boolean;
}

/** The module that runs the parts; a name that an article does not have. */
const helpers = { from: '/src/mdx/guarded.ts', print: '_printed', value: '_valued' };

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && typeof (value as Partial<Node>).type === 'string';

const isFunction = ({ type }: Node): boolean => type.includes('Function');

const identifier = (name: string): Node => ({ type: 'Identifier', name });
const literal = (value: unknown): Node => ({ type: 'Literal', value });
const property = (name: string, value: Node): Node => ({
  type: 'Property',
  key: identifier(name),
  value,
  kind: 'init',
  method: false,
  shorthand: false,
  computed: false,
});

/** Whether an expression waits for something, but for what functions in it wait for. */
const waits = (node: unknown): boolean =>
  Array.isArray(node)
    ? node.some(waits)
    : isNode(node) &&
      !isFunction(node) &&
      (node.type === 'AwaitExpression' || Object.values(node).some(waits));

/** What an element is made with: its component, properties and children. */
interface Made {
  readonly component: Node;
  readonly properties: Node[];
  readonly children: Node | undefined;
}

/** `_jsx(Chart, { data, children: … })` */
function madeBy({ type, callee, arguments: given }: Node): Made | undefined {
  const isJsx = type === 'CallExpression' && /^_jsxs?$/u.test(String((callee as Node).name));
  if (!isJsx) return undefined;
  const [component, { properties }] = given as [Node, Node & { properties: Node[] }];
  const children = properties.find(({ key }) => (key as Node | undefined)?.name === 'children');
  return { component, properties, children };
}

/** Whether something of an element is the author's to fail: its component, or what its attributes say. */
function canFail({ component, properties, children }: Made): boolean {
  const isComponent =
    component.type === 'Identifier'
      ? !String(component.name).startsWith('_')
      : component.type === 'MemberExpression' && (component.object as Node).name !== '_components';
  return (
    isComponent ||
    properties.some((one) => one !== children && (!isNode(one.value) || one.value.type !== 'Literal'))
  );
}

/** Wraps the parts of one article. */
class Guards {
  readonly #source: string;
  readonly #context: ArticleContext;
  isUsed = false;

  constructor(source: string, context: ArticleContext) {
    this.#source = source;
    this.#context = context;
  }

  /** An expression that is a child of an element, or the whole article. */
  child(node: Node, isBlock: boolean): Node {
    const made = madeBy(node);
    if (!made) return node.type === 'Literal' || isFunction(node) ? node : this.#wrap(node, isBlock, true);
    this.#children(made);
    return canFail(made) ? this.#wrap(node, isBlock, false, made) : node;
  }

  /** What an export is set to. */
  value(node: Node): Node {
    return node.type === 'Literal' || isFunction(node) ? node : this.#call(helpers.value, node, false, false);
  }

  #children({ component, children }: Made): void {
    if (!children) return;
    const isBlock = component.name === '_Fragment';
    const value = children.value as Node & { elements?: Node[] };
    children.value =
      value.type === 'ArrayExpression' && value.elements
        ? { ...value, elements: value.elements.map((one) => this.child(one, isBlock)) }
        : this.child(value, isBlock);
  }

  #wrap(node: Node, isBlock: boolean, isExpression: boolean, made?: Made): Node {
    // The slot that an element is for is that of its guard.
    const slot = made?.properties.findIndex(({ key }) => (key as Node | undefined)?.name === 'slot') ?? -1;
    const [own] = slot < 0 ? [] : (made?.properties.splice(slot, 1) ?? []);
    return this.#call(helpers.print, node, isBlock, isExpression, own?.value as Node | undefined);
  }

  #call(helper: string, node: Node, isBlock: boolean, isExpression: boolean, slot?: Node): Node {
    if (node.start === undefined || !node.loc) return node;
    this.isUsed = true;
    const { language, parsedLines, absolutePath } = this.#context;
    const written = this.#source.slice(node.start, node.end);
    const { line, column } = node.loc.start;
    const [firstLine = ''] = written.split('\n', 1);
    const at = { line, column: column + 1, length: Math.max(1, firstLine.length) };
    const part: GuardedPart = {
      file: absolutePath,
      ...findingInSource(at, parsedLines),
      source: unshieldLabelBraces(isExpression ? `{${written}}` : written),
      title: articleWords[language].unreadable,
      isBlock,
    };
    const isAsync = waits(node);
    const body = {
      type: 'ArrowFunctionExpression',
      params: [],
      body: node,
      expression: true,
      async: isAsync,
    };
    const place = {
      type: 'ObjectExpression',
      properties: Object.entries(part).map(([name, value]) => property(name, literal(value))),
    };
    const call = {
      type: 'CallExpression',
      callee: identifier(helper),
      arguments: [body, place, ...(slot ? [slot] : [])],
      optional: false,
    };
    return isAsync ? { type: 'AwaitExpression', argument: call } : call;
  }
}

/** The names of the helpers, brought into the module of an article. */
const helpersImport = (): Node => ({
  type: 'ImportDeclaration',
  specifiers: [helpers.print, helpers.value].map((name) => ({
    type: 'ImportSpecifier',
    imported: identifier(name.slice(1)),
    local: identifier(name),
  })),
  source: literal(helpers.from),
  attributes: [],
});

/**
 * Lets no part of an MDX article end the build that prints it: expressions, components and what exports are
 * set to are run by helpers, which say where one has failed and show its source.
 *
 * `{data.x}` → `_printed(() => data.x, { line: 7, … })`
 */
export function recmaGuards() {
  return (tree: Node & { body: Node[] }, file: VFile): void => {
    const guards = new Guards(String(file), contextOf(file));
    for (const statement of tree.body) {
      const { type, id } = statement;
      if (type === 'ExportNamedDeclaration') {
        const { declarations = [] } = (statement.declaration ?? {}) as { declarations?: Node[] };
        for (const one of declarations) if (isNode(one.init)) one.init = guards.value(one.init);
      }
      if (type !== 'FunctionDeclaration' || (id as Node).name !== '_createMdxContent') continue;
      const { body } = statement.body as { body: Node[] };
      const result = body.find((one) => one.type === 'ReturnStatement');
      if (result && isNode(result.argument)) result.argument = guards.child(result.argument, true);
    }
    if (guards.isUsed) tree.body.unshift(helpersImport());
  };
}
