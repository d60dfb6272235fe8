import type { Nodes as HastNodes, Root as HastRoot } from 'hast';
import type { Nodes, Root } from 'mdast';
import rehypeRaw from 'rehype-raw';
import type { Processor } from 'unified';
import type { VFile } from 'vfile';
import type { Finding } from '../diagnostics/diagnostic.ts';
import { contextOf } from './context.ts';

/** Nodes inside of each other; a hundred nested lists are two hundred. */
const deepest = 300;

/** What is said of an article that is nested too deep. */
export const nestedTooDeep: Finding = {
  rule: 'content/too-deep',
  message: 'Something in the article is nested too deep to be read, such as tags, brackets or quotes.',
  hint: 'look for a tag that is opened many times and never closed',
};

/** Whether an error says that functions have called each other too often. */
export const isStackOverflow = (error: unknown): boolean =>
  error instanceof RangeError && error.message.includes('call stack');

/** The first node that stands too deep, without recursion. */
function findTooDeep<Node extends Nodes | HastNodes>(root: Node): Node | undefined {
  let level: Node[] = [root];
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > deepest) return level[0];
    level = level.flatMap((node) => ('children' in node ? (node.children as Node[]) : []));
  }
  return undefined;
}

/** Leaves nothing of a tree that is too deep, which what comes after would not survive. */
function checkDepth(tree: Root | HastRoot, file: VFile): void {
  const node = findTooDeep<Nodes | HastNodes>(tree);
  if (!node) return;
  const { line, column } = node.position?.start ?? {};
  contextOf(file).report({ ...nestedTooDeep, line, column });
  tree.children = [];
}

/**
 * Reports articles whose tree is too deep to be walked, and goes on with nothing of them. Astro would
 * print the error of a parser that has no stack left, and one in the printer of HTML ends the process.
 */
export function remarkDepthLimit(this: Processor) {
  const { parser } = this;
  if (!parser) throw new Error('There is no parser to be watched.');
  this.parser = (text, file) => {
    try {
      return parser(text, file);
    } catch (error) {
      if (!isStackOverflow(error)) throw error;
      contextOf(file).report(nestedTooDeep);
      return { type: 'root', children: [] };
    }
  };
  return checkDepth;
}

/** Parses raw HTML as rehype-raw does, and reports what is too deep in it. */
export function rehypeRawTags() {
  const parse = rehypeRaw();
  return (tree: HastRoot, file: VFile): HastRoot => {
    try {
      const parsed = parse(tree, file);
      checkDepth(parsed, file);
      return parsed;
    } catch (error) {
      if (!isStackOverflow(error)) throw error;
      contextOf(file).report(nestedTooDeep);
      return { type: 'root', children: [] };
    }
  };
}
