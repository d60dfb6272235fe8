import type { Code, Parent, Root } from 'mdast';
import type { VFile } from 'vfile';
import type { Finding } from '../diagnostics/diagnostic.ts';
import { nearest } from '../diagnostics/nearest.ts';
import type { LineMark } from '../renditions/code-html.ts';
import { findLanguage, languageNames } from '../renditions/code-languages.ts';
import type { CodeRequest } from '../renditions/code.ts';
import { diagramKind, type DiagramRequest } from '../renditions/diagram-kinds.ts';
import { SKIP, visit } from '../visit-tree.ts';
import { takeMarks } from './code-marks.ts';
import { type CodeMeta, parseCodeMeta } from './code-meta.ts';
import { articleWords } from './article-words.ts';
import { type ArticleContext, contextOf } from './context.ts';
import { type LabelKind, labelSlot } from './label-types.ts';

/** A code block or diagram with a label. */
export interface Listing extends Parent {
  type: 'listing';
  children: Parent['children'];
}

declare module 'mdast' {
  interface CodeData {
    /** What is to be rendered, set by `remark-code-fences`. */
    request?: CodeRequest | DiagramRequest;
  }
  interface RootContentMap {
    listing: Listing;
  }
}

const labelKinds: readonly LabelKind[] = ['lst', 'fig', 'alg'];

/** A fence in the source: where it opens and whether it is closed. */
interface Fence {
  /** The opening line from the fence on. */
  readonly opening: string;
  readonly length: number;
  readonly isClosed: boolean;
}

/** The fence of a block; nothing for indented code. */
function fenceOf(node: Code, lines: readonly string[]): Fence | undefined {
  const { start, end } = node.position ?? {};
  if (!start || !end) return undefined;
  const opening = (lines[start.line - 1] ?? '').slice(start.column - 1);
  const sign = /^(?:`{3,}|~{3,})/u.exec(opening)?.[0];
  if (sign === undefined) return undefined;
  const last = (lines[end.line - 1] ?? '').replace(/^[ \t>]*/u, '').trimEnd();
  const isClosed =
    end.line > start.line && last.length >= sign.length && [...last].every((letter) => letter === sign[0]);
  return { opening, length: sign.length, isClosed };
}

/** Takes code from a file where the fence names one; reports where it cannot. */
function takeFile(
  node: Code,
  meta: CodeMeta,
  context: ArticleContext,
  place: (text: string) => object,
): void {
  const { file } = meta;
  if (file === undefined) return;
  if (node.value.trim() !== '') {
    const message = 'The block has code of its own and takes code from a file.';
    context.report({ rule: 'code/bad-meta', message, hint: 'leave the block empty', ...place(file) });
  }
  const found = context.includeCode(file);
  if ('rule' in found) {
    context.report({ ...found, ...place(file) });
    // The reader sees what is missing.
    if (node.value === '') node.value = `file="${file}"`;
    return;
  }
  context.files.add(found.absolutePath);
  node.value = found.code;
  meta.title ??= file.split('#', 1)[0]?.replace(/^\.\//u, '') ?? file;
  if (meta.firstLine !== undefined) meta.firstLine = found.firstLine;
}

/** Takes the marks out of the code of a block and says how its lines are shown. */
function readLines(
  node: Code,
  meta: CodeMeta,
  report: ArticleContext['report'],
  place: (text: string) => object,
) {
  const { code, marks, words, problems } = takeMarks(node.value);
  for (const { line, column, message, hint, length } of problems) {
    const start = node.position?.start;
    const at = meta.file === undefined && start ? { line: start.line + 1 + line } : {};
    const indent = (start?.column ?? 1) - 1;
    const spot = 'line' in at ? { ...at, column: column + indent, length } : place(meta.file ?? '');
    report({ rule: 'code/bad-meta', message, hint, ...spot });
  }
  node.value = code;
  const count = code.split('\n').length;
  const highlighted: LineMark[] = [];
  for (const { from, to, text } of meta.lines) {
    if (to <= count) highlighted.push({ kind: 'highlight', from, to });
    else {
      const message = `Line ${text} is marked, and the block has ${String(count)}.`;
      report({ rule: 'code/bad-meta', message, ...place(text) });
    }
  }
  const all = [...highlighted, ...marks];
  return {
    ...(meta.firstLine === undefined ? {} : { firstLine: meta.firstLine }),
    ...(all.length > 0 ? { marks: all } : {}),
    ...(words.length > 0 ? { words } : {}),
  };
}

/** The block with its id, and with a place for its number. */
function labelled(node: Code, id: string, title: string | undefined): Listing {
  const kind = labelKinds.find((prefix) => id.startsWith(`${prefix}-`));
  return {
    type: 'listing',
    data: {
      hName: 'div',
      hProperties: { id, className: ['listing'] },
      ...(kind === undefined ? {} : { label: { id, kind, title } }),
    },
    children: kind === undefined ? [node] : [labelSlot(), node],
  };
}

/**
 * Reads what stands behind each fence: language, title, marked lines, file, label. Takes marks such
 * as `[!code ++]` out of the code, before search and highlighting see it.
 *
 * ```` ```python title="lora.py" {3} #lst-forward ```` → a `listing` with label around the block, and
 * what is to be rendered in `data.request`
 */
export function remarkCodeFences() {
  return (tree: Root, file: VFile): void => {
    const context = contextOf(file);
    const lines = String(file).split(/\r\n|\n|\r/u);
    visit(tree, 'code', (node, index, parent) => {
      const fence = fenceOf(node, lines);
      const start = node.position?.start;
      const place = (text: string): Pick<Finding, 'line' | 'column' | 'length'> => {
        const at = fence?.opening.indexOf(text, fence.length) ?? -1;
        const column = (start?.column ?? 1) + Math.max(0, at);
        return { line: start?.line, column, length: at < 0 ? fence?.length : text.length };
      };
      if (fence && !fence.isClosed) {
        context.report({
          rule: 'code/unclosed',
          message: 'The code block opened here is never closed; it takes in all that follows.',
          hint: 'put a line with the same fence after the code',
          ...place(''),
          column: start?.column,
          length: fence.length,
        });
      }
      const meta = parseCodeMeta([node.lang, node.meta].filter(Boolean).join(' '));
      for (const { rule, message, hint, text } of meta.problems) {
        context.report({ rule, message, hint, ...place(text) });
      }
      takeFile(node, meta, context, place);
      node.data = { ...node.data, request: requestOf(node, meta, context, place) };
      if (meta.id === undefined || !parent || index === undefined) return undefined;
      parent.children[index] = labelled(node, meta.id, meta.title);
      return SKIP;
    });
  };
}

function requestOf(
  node: Code,
  meta: CodeMeta,
  { language: written, report }: ArticleContext,
  place: (text: string) => Pick<Finding, 'line' | 'column' | 'length'>,
): CodeRequest | DiagramRequest {
  const { language: name, title } = meta;
  const kind = diagramKind(name);
  if (kind) {
    const { diagram, comma } = articleWords[written];
    return { kind, source: node.value, title, unnamed: [diagram, comma] };
  }
  const language = findLanguage(name);
  if (!language) {
    const meant = nearest(name, languageNames());
    report({
      rule: 'code/unknown-language',
      message: `No grammar is known for the fence language \`${name}\`.`,
      hint: meant === undefined ? 'use `text` for plain text' : `did you mean \`${meant}\`?`,
      ...place(name),
    });
  }
  return {
    language: language?.id ?? 'text',
    title,
    ...readLines(node, meta, report, place),
    code: node.value,
  };
}
