import type { ElementContent } from 'hast';
import type {
  BlockContent,
  Code,
  Data,
  Html,
  Nodes,
  Paragraph,
  PhrasingContent,
  RootContent,
  Text,
} from 'mdast';
import type { CodeRequest } from '../renditions/code.ts';
import { plainText } from './plain-text.ts';

export const text = (value: string): Text => ({ type: 'text', value });
/** Markdown that is printed as it is. */
export const verbatim = (value: string): Html => ({ type: 'html', value });
export const paragraph = (children: PhrasingContent[]): Paragraph => ({ type: 'paragraph', children });

/** Text of an element that plugins have printed for the page. */
export const textOfElements = (nodes: readonly ElementContent[] = []): string =>
  nodes
    .map((node) =>
      node.type === 'text' ? node.value : node.type === 'element' ? textOfElements(node.children) : '',
    )
    .join('');

export const isOwnWords = (node: Nodes): boolean =>
  node.type === 'box' && node.children.length === 0 && node.data?.hChildren !== undefined;

export const textOfTitle = (nodes: readonly PhrasingContent[]): string =>
  nodes
    .map((node) => {
      const data: Data | undefined = node.data;
      return isOwnWords(node) ? textOfElements(data?.hChildren) : plainText(node);
    })
    .join(' ')
    .trim();

/** An alert of GitHub: its marker has a line of its own, and a title of the author's stands below. */
export function calloutBody(name: string, title: PhrasingContent[], body: BlockContent[]): BlockContent[] {
  const marker = verbatim(`[!${name.toUpperCase()}]\n`);
  const hasTitle = title.some((node) => node.type !== 'text' || node.value.trim() !== '');
  if (hasTitle) return [paragraph([marker, { type: 'strong', children: trimmed(title) }]), ...body];
  const [first, ...others] = body;
  if (first?.type === 'paragraph') return [paragraph([marker, ...first.children]), ...others];
  return [paragraph([verbatim(`[!${name.toUpperCase()}]`)]), ...body];
}

/** Without the blank that stood behind the words of the page. */
function trimmed([first, ...others]: PhrasingContent[]): PhrasingContent[] {
  if (first?.type !== 'text') return first ? [first, ...others] : [];
  const value = first.value.trimStart();
  return value === '' ? others : [{ ...first, value }, ...others];
}

export function mathOf(
  node: Extract<Nodes, { type: 'math' | 'inlineMath' }>,
  isInTable: boolean,
): RootContent {
  const tex = (node.data?.portableTex ?? node.value).trim();
  if (node.type === 'math') return { type: 'math', value: tex };
  const line = tex.replace(/\s*\n\s*/gu, ' ');
  // A bar would end the cell.
  const value = isInTable ? line.replace(/\\\|/gu, '\\Vert ').replace(/\|/gu, '\\vert ') : line;
  return { type: 'inlineMath', value };
}

export function codeOf({ data, lang, value }: Code): Code {
  const request = data?.request;
  const title = request?.title;
  const meta = title === undefined ? null : `title=${JSON.stringify(title)}`;
  if (!request) return { type: 'code', lang: lang ?? null, meta, value };
  if ('source' in request) return { type: 'code', lang: request.kind, meta, value: request.source };
  const diff = diffOf(request);
  return {
    type: 'code',
    lang: (diff === undefined ? lang : 'diff') ?? null,
    meta,
    value: diff ?? request.code,
  };
}

/** Code as a diff, where lines of it are marked as added and removed. */
function diffOf({ code, marks = [] }: CodeRequest): string | undefined {
  const signs = new Map<string, string>([
    ['add', '+'],
    ['remove', '-'],
  ]);
  const changes = marks.filter(({ kind }) => signs.has(kind));
  if (changes.length === 0) return undefined;
  return code
    .split('\n')
    .map((line, index) => {
      const mark = changes.find(({ from, to }) => from <= index + 1 && index + 1 <= to);
      return (signs.get(mark?.kind ?? '') ?? ' ') + line;
    })
    .join('\n');
}

/** What an expression of MDX gives is known when its page is printed; the copy shows the expression. */
export function expressionOf(node: Nodes): RootContent[] {
  const value = 'value' in node ? node.value.trim() : '';
  if (value === '' || /^\/\*[^]*\*\/$/u.test(value)) return [];
  const code = { type: 'inlineCode', value: `{${value.replace(/\s+/gu, ' ')}}` } as const;
  return [node.type.startsWith('mdxFlow') ? paragraph([code]) : code];
}
