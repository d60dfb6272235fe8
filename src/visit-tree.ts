import type { Node, Parent } from 'unist';
import { EXIT, SKIP, type visit as general } from 'unist-util-visit';

export { EXIT, SKIP };

type Visitor = (node: Node, index: number | undefined, parent: Parent | undefined) => unknown;
type Test = string | readonly string[] | { readonly tagName: string } | undefined;

function matcherOf(test: Test): ((node: Node) => boolean) | undefined {
  if (test === undefined) return undefined;
  if (typeof test === 'string') return ({ type }) => type === test;
  if ('tagName' in test) return (node) => 'tagName' in node && node.tagName === test.tagName;
  return ({ type }) => test.includes(type);
}

/** What {@link walk} says where it has no sibling to go to. One type for all answers lets them be compared fast. */
const nextOne = -1;
const noMore = -2;

/** Visits a node and what is in it; gives the place among its siblings to go on at, or one of the above. */
function walk(
  node: Node & Partial<Parent>,
  index: number | undefined,
  parent: Parent | undefined,
  matches: ((node: Node) => boolean) | undefined,
  visitor: Visitor,
): number {
  let next: number = nextOne;
  if (!matches || matches(node)) {
    const result = visitor(node, index, parent);
    if (result !== undefined) {
      const [action, place] = Array.isArray(result) ? (result as [unknown, unknown?]) : [result, result];
      if (action === EXIT) return noMore;
      if (typeof place === 'number') next = place;
      if (action === SKIP) return next;
    }
  }
  const { children } = node;
  if (!children) return next;
  for (let at = 0; at < children.length;) {
    const child = children[at];
    const after = child ? walk(child, at, node as Parent, matches, visitor) : nextOne;
    if (after === noMore) return noMore;
    at = after === nextOne ? at + 1 : after;
  }
  return next;
}

/**
 * Visits the nodes of a tree from the root down, in order: `visit` of unist-util-visit, for tests of type or
 * tag name. That one names a closure after each node, for stacks of errors; with some fifty plugins this took
 * a sixth of the time of an article.
 */
export const visit = ((tree: Node, ...rest: [Visitor] | [Test, Visitor]): void => {
  const [test, visitor] = rest.length === 1 ? [undefined, rest[0]] : rest;
  walk(tree, undefined, undefined, matcherOf(test), visitor);
}) as typeof general;
