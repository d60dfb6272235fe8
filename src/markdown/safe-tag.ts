import type { Element, Properties } from 'hast';
import type { MdxJsxFlowElementHast, MdxJsxTextElementHast } from 'mdast-util-mdx-jsx';
import { takeOwnMark } from './rehype-own-elements.ts';

/** An element in the tree of MDX. */
export type JsxElement = MdxJsxFlowElementHast | MdxJsxTextElementHast;

/** One attribute as the author wrote it; the value is absent where an expression makes it. */
export interface TagAttribute {
  readonly name: string;
  readonly value: string | undefined;
}

/** An element of an article, whether HTML or MDX holds it. */
export interface Tag {
  readonly node: Element | JsxElement;
  /** In lower case; empty for a fragment. */
  readonly name: string;
  /** Whether the author wrote it as a tag; else Markdown made it. */
  readonly isRaw: boolean;
  /** Whether it is a component of MDX, whose attributes are what that component makes of them. */
  readonly isComponent: boolean;
  readonly attributes: readonly TagAttribute[];
  get(name: string): string | undefined;
  has(name: string): boolean;
  set(name: string, value: string): void;
  remove(name: string): void;
}

const textOf = (value: Properties[string]): string =>
  Array.isArray(value) ? value.join(' ') : value === true || value == null ? '' : String(value);

/** A view of an element of HTML. */
export function tagOfElement(node: Element): Tag {
  const { properties } = node;
  const isRaw = !takeOwnMark(node);
  return {
    node,
    name: node.tagName.toLowerCase(),
    isRaw,
    isComponent: false,
    attributes: Object.entries(properties).map(([name, value]) => ({ name, value: textOf(value) })),
    get: (name) => (properties[name] == null ? undefined : textOf(properties[name])),
    has: (name) => properties[name] != null,
    set: (name, value) => {
      properties[name] = value;
    },
    remove: (name) => {
      Reflect.deleteProperty(properties, name);
    },
  };
}

type JsxAttribute = JsxElement['attributes'][number];

/** What an attribute says, where that can be told without running the article. */
function staticValue(attribute: JsxAttribute): string | undefined {
  if (attribute.type !== 'mdxJsxAttribute') return undefined;
  if (attribute.value == null) return '';
  if (typeof attribute.value === 'string') return attribute.value;
  const [statement] = attribute.value.data?.estree?.body ?? [];
  if (statement?.type !== 'ExpressionStatement') return undefined;
  const { expression } = statement;
  if (expression.type === 'Literal') return String(expression.value);
  if (expression.type !== 'TemplateLiteral' || expression.expressions.length > 0) return undefined;
  return expression.quasis[0]?.value.cooked ?? undefined;
}

/** A view of an element of MDX; one without a name is a fragment. */
export function tagOfJsx(node: JsxElement): Tag {
  const name = node.name ?? '';
  const isNamed = (attribute: JsxAttribute, wanted: string): boolean =>
    attribute.type === 'mdxJsxAttribute' && attribute.name.toLowerCase() === wanted.toLowerCase();
  const find = (wanted: string) => node.attributes.find((attribute) => isNamed(attribute, wanted));
  const remove = (wanted: string): void => {
    node.attributes = node.attributes.filter((attribute) => !isNamed(attribute, wanted));
  };
  return {
    node,
    name: name.toLowerCase(),
    isRaw: true,
    isComponent: name === '' || /[A-Z.]/u.test(name),
    attributes: node.attributes.map((attribute) => ({
      name: attribute.type === 'mdxJsxAttribute' ? attribute.name : '{…}',
      value: staticValue(attribute),
    })),
    get: (wanted) => {
      const found = find(wanted);
      return found && staticValue(found);
    },
    has: (wanted) => find(wanted) !== undefined,
    set: (wanted, value) => {
      remove(wanted);
      node.attributes.push({ type: 'mdxJsxAttribute', name: wanted, value });
    },
    remove,
  };
}
