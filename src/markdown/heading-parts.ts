import type { Nodes } from 'mdast';
import type { HeadingPart } from '../schemas/article.ts';
import { plainText, textParts } from './plain-text.ts';

function partsOf(node: Nodes): HeadingPart[] {
  if (node.type === 'inlineCode') return [{ code: node.value }];
  if (node.type === 'inlineMath') {
    const slot = node.data?.slotKey;
    return [slot === undefined ? plainText(node) : { slot }];
  }
  if ('children' in node) return node.children.flatMap(partsOf);
  return textParts(node).map(({ text }) => text);
}

/**
 * A heading as the table of contents shows it: without links, marks and notes, with its code and formulas.
 *
 * `秩 **远小于** $d$` → `['秩 远小于 ', { slot: 'mK3f…' }]`
 */
export function headingParts(heading: Nodes): HeadingPart[] {
  const parts: HeadingPart[] = [];
  for (const part of partsOf(heading)) {
    const last = parts.at(-1);
    if (typeof part === 'string' && typeof last === 'string') parts[parts.length - 1] = last + part;
    else parts.push(part);
  }
  const [first] = parts;
  if (typeof first === 'string') parts[0] = first.trimStart();
  const last = parts.at(-1);
  if (typeof last === 'string') parts[parts.length - 1] = last.trimEnd();
  return parts.filter((part) => part !== '');
}
