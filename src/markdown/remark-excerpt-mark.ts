import type { Html, Nodes, Root, RootContent } from 'mdast';
import type { VFile } from 'vfile';
import { contextOf } from './context.ts';
import { excerptOf } from './excerpt.ts';
import { type TextPart, textParts } from './plain-text.ts';

/** Width of an excerpt that its author has ended, in Han characters. */
const longest = 300;

const mark = /^\s*(?:<!--\s*(?:more|truncate|excerpt)\s*-->|\/\*\s*(?:more|truncate|excerpt)\s*\*\/)\s*$/iu;

const isMark = (node: Nodes): boolean => {
  // In MDX the comment is an expression.
  const isComment = node.type === 'html' || /^mdx(?:Flow|Text)Expression$/u.test(node.type);
  return isComment && mark.test((node as Html).value);
};

/** Whether a block holds the mark; takes it out of a paragraph. */
function takeMark(node: RootContent): boolean {
  if (node.type !== 'paragraph') return isMark(node);
  const index = node.children.findIndex(isMark);
  if (index >= 0) node.children.splice(index, 1);
  return index >= 0;
}

const paragraphsIn = (node: Nodes): Nodes[] => {
  if (node.type === 'paragraph') return [node];
  return 'children' in node && node.type !== 'footnoteDefinition' ? node.children.flatMap(paragraphsIn) : [];
};

/**
 * Ends the excerpt of an article where its author says, and takes the mark out.
 *
 * `开头。⏎⏎<!-- more -->⏎⏎正文。` → the excerpt `开头。`
 */
export function remarkExcerptMark() {
  return (tree: Root, file: VFile): void => {
    const index = tree.children.findIndex(takeMark);
    if (index < 0) return;
    const node = tree.children[index];
    const isOwn = node !== undefined && isMark(node);
    const before = tree.children.slice(0, isOwn ? index : index + 1);
    if (isOwn) tree.children.splice(index, 1);
    const gap: TextPart = { text: ' ', atomic: false };
    const parts = before.flatMap(paragraphsIn).flatMap((paragraph) => [...textParts(paragraph), gap]);
    const excerpt = excerptOf(parts, longest);
    if (excerpt !== '') contextOf(file).excerpt = excerpt;
  };
}
