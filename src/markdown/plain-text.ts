import type { Nodes } from 'mdast';

declare module 'mdast-util-math' {
  interface InlineMathData {
    /** Readable Unicode text of the formula, set by `remark-formula-slots`. */
    readableText?: string;
    /** Key of its rendition, set by `remark-formula-slots`. */
    slotKey?: string;
    /** Id of its own, set by `remark-formula-anchors`. */
    anchor?: string;
    /** TeX that needs none of the article's macros, with the numbers of labels and references. */
    portableTex?: string;
  }
  interface MathData {
    /** As for {@link InlineMathData}. */
    readableText?: string;
    slotKey?: string;
    anchor?: string;
    portableTex?: string;
  }
}

/** A stretch of readable text; an atomic one must not be cut. */
export interface TextPart {
  readonly text: string;
  readonly atomic: boolean;
}

/** Words between tags; in a line of text, a tag stands alone. */
const textOfHtml = (html: string): string =>
  html
    .replace(/<!--[^]*?(?:-->|$)|<(?<name>script|style)\b[^]*?(?:<\/\k<name>\s*>|$)|<[^>]*(?:>|$)/giu, '')
    .replace(/\s+/gu, ' ');

/**
 * Readable text of a piece of an article, formulas as Unicode. The one way from the tree to text:
 * headings, slugs, excerpts and descriptions all come from here.
 *
 * `rank **远小于** $\min(d,k)$` → `rank 远小于 min(d, k)`
 */
export function textParts(node: Nodes): TextPart[] {
  switch (node.type) {
    case 'text':
      return [{ text: node.value.replace(/\s+/gu, ' '), atomic: false }];
    case 'inlineCode':
      return [{ text: node.value, atomic: true }];
    case 'inlineMath':
      return [{ text: node.data?.readableText ?? node.value, atomic: true }];
    case 'break':
      return [{ text: ' ', atomic: false }];
    case 'image':
      return [{ text: node.alt ?? '', atomic: false }];
    case 'html':
      return [{ text: textOfHtml(node.value), atomic: false }];
    case 'footnoteReference':
    case 'footnoteDefinition':
    case 'code':
    case 'math':
      return [];
    default:
      return 'children' in node ? node.children.flatMap(textParts) : [];
  }
}

/** {@link textParts} as one string. */
export const plainText = (node: Nodes): string =>
  textParts(node)
    .map(({ text }) => text)
    .join('')
    .trim();
