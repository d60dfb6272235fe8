import type { Paragraph, PhrasingContent, Text } from 'mdast';
import type { InlineMath, Math } from 'mdast-util-math';
import { formulaTail, withPunctuation } from './math-ending.ts';

/** A label that stands beside a formula; nothing where there is none. */
export const labelData = (label: string | undefined): Pick<Math, 'data'> =>
  label === undefined ? {} : { data: { label: { kind: 'eq', id: label } } };

/** What KaTeX accepts on a line of its own alone. */
const displayOnly =
  /\\tag\*?\s*\{|\\begin\s*\{(?:equation|align|alignat|flalign|gather|multline|eqnarray|CD|displaymath|subequations)\*?\}/u;

const isBlank = (node: PhrasingContent): boolean =>
  node.type === 'break' || (node.type === 'text' && node.value.trim() === '');

/** Whether a formula within text was meant to stand on a line of its own. */
export function isDisplay(written: string, value: string): boolean {
  if (/^\\{1,2}\[|^\\begin/u.test(written) || displayOnly.test(value)) return true;
  const body = written.replace(/\{#[^\s{}]+\}$/u, '').trimEnd();
  return /^\${2,}/u.test(body) && (/^\${2,}[ \t]*\r?\n/u.test(body) || /\n[ \t>]*\${2,}$/u.test(body));
}

/** A paragraph of these children, without blanks at its ends; nothing where nothing else is left. */
function paragraphOf(children: PhrasingContent[]): Paragraph | undefined {
  const kept = [...children];
  while (kept[0] && isBlank(kept[0])) kept.shift();
  while (kept.length > 0 && kept.slice(-1).every(isBlank)) kept.pop();
  const [first] = kept;
  const last = kept.at(-1);
  if (!first || !last) return undefined;
  if (first.type === 'text') first.value = first.value.trimStart();
  if (last.type === 'text') last.value = last.value.trimEnd();
  const { start } = first.position ?? {};
  const { end } = last.position ?? {};
  return { type: 'paragraph', children: kept, ...(start && end ? { position: { start, end } } : {}) };
}

/** Takes a label or punctuation off the text that follows a formula, where nothing else is on its line. */
function takeTail(next: Text): { label: string | undefined; punctuation: string } | undefined {
  const tail = formulaTail(next.value);
  const punctuation = tail
    ? tail.punctuation
    : (/^[ \t]*(?<sign>[，。；：、！？．])/u.exec(next.value)?.groups?.sign ?? '');
  const length = tail ? tail.length : next.value.indexOf(punctuation) + punctuation.length;
  if (punctuation === '' && tail?.label === undefined) return undefined;
  next.value = next.value.slice(length);
  return { label: tail?.label, punctuation };
}

/** Text around a display formula stands in paragraphs of its own. */
export function liftDisplays(
  paragraph: Paragraph,
  sourceOf: (node: InlineMath) => string,
): (Paragraph | Math)[] | undefined {
  const isAlone = paragraph.children.every(
    (child) =>
      isBlank(child) ||
      (child.type === 'inlineMath' && sourceOf(child).startsWith('$$')) ||
      (child.type === 'text' && formulaTail(child.value) !== undefined),
  );
  const lifts = (node: PhrasingContent): node is InlineMath =>
    node.type === 'inlineMath' &&
    ((isAlone && sourceOf(node).startsWith('$$')) || isDisplay(sourceOf(node), node.value));
  if (!paragraph.children.some(lifts)) return undefined;
  const pieces: (Paragraph | Math)[] = [];
  let text: PhrasingContent[] = [];
  for (const [index, child] of paragraph.children.entries()) {
    if (!lifts(child)) {
      text.push(child);
      continue;
    }
    const before = paragraphOf(text);
    text = [];
    const next = paragraph.children[index + 1];
    const tail = next?.type === 'text' ? takeTail(next) : undefined;
    const label = /\{#(?<id>[^\s{}]+)\}$/u.exec(sourceOf(child))?.groups?.id ?? tail?.label;
    const math: Math = {
      type: 'math',
      value: withPunctuation(child.value, tail?.punctuation ?? ''),
      ...(child.position ? { position: child.position } : {}),
      ...labelData(label),
    };
    pieces.push(...(before ? [before] : []), math);
  }
  const rest = paragraphOf(text);
  return rest ? [...pieces, rest] : pieces;
}
