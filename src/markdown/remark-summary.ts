import type { Nodes, Root } from 'mdast';
import type { VFile } from 'vfile';
import { contextOf } from './context.ts';
import { excerptOf } from './excerpt.ts';
import { plainText, type TextPart, textParts } from './plain-text.ts';
import { signalOf } from './signal.ts';
import { textLength } from './text-length.ts';

/** The paragraphs that open an article: those before its first heading, else the first one there is. */
function openingParagraphs(tree: Root): Nodes[] {
  const firstHeading = tree.children.findIndex(({ type }) => type === 'heading');
  const head = firstHeading < 0 ? tree.children : tree.children.slice(0, firstHeading);
  const paragraphs = head.filter(({ type }) => type === 'paragraph');
  if (paragraphs.length > 0) return paragraphs;
  return tree.children.filter(({ type }) => type === 'paragraph').slice(0, 1);
}

/** Takes the excerpt and the length of an article off its tree. */
export function remarkSummary() {
  return (tree: Root, file: VFile): void => {
    const context = contextOf(file);
    const gap: TextPart = { text: ' ', atomic: false };
    context.excerpt = excerptOf(
      openingParagraphs(tree).flatMap((paragraph) => [...textParts(paragraph), gap]),
    );
    const text = tree.children.map(plainText).join('\n');
    context.length = textLength(text);
    context.signal = signalOf(text);
  };
}
