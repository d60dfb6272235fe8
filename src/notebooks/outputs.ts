import type { Finding } from '../diagnostics/diagnostic.ts';
import { cutLine, newLine, type SourceLine } from '../markdown/dialect-lines.ts';
import { plainOutput } from './ansi.ts';
import { fenced } from './fences.ts';
import { entryOf, type JsonNode } from './json-tree.ts';
import type { NotebookText } from './notebook-text.ts';
import { outputHtml } from './output-html.ts';
import { type KeepPicture, pictureInAddress, pictureOf, pictureTypes } from './pictures.ts';

/** What a cell has printed, as Markdown. */
export interface Output {
  readonly kind: 'stdout' | 'stderr' | 'result' | 'error';
  readonly lines: readonly SourceLine[];
  /** Whether it is nothing but a picture, which can be a figure. */
  readonly isPicture?: boolean;
}

/** What is known of the cell that printed it. */
export interface OutputContext {
  readonly file: NotebookText;
  readonly keep: KeepPicture;
  readonly report: (finding: Finding) => void;
  /** Text alternative of pictures that the cell itself gives. */
  readonly alt: string | undefined;
  /** Words for a picture about which nothing is said. */
  readonly unnamed: string;
}

/** Lines of an output that are shown; of more, as many from its beginning and from its end. */
const longest = 1000;

const lineAt = (text: string, file: NotebookText, node: JsonNode): SourceLine => {
  const { line, column } = file.placeOf(node.start);
  return newLine(text, { text, line }, column);
};

/** Text as it stands on a terminal. */
function textLines(text: string, node: JsonNode, { file, report }: OutputContext): SourceLine[] {
  const lines = plainOutput(text).replace(/\n+$/u, '').split('\n');
  const excess = lines.length - longest;
  if (excess > 0) {
    lines.splice(longest / 2, excess, `⋮ ${String(excess)} ⋮`);
    report({
      rule: 'notebook/long-output',
      message: `The output has ${String(longest + excess)} lines; ${String(excess)} in its middle are left out.`,
      hint: 'print less, or give the cell the tag `remove-output`',
      ...file.placeOf(node.start),
    });
  }
  return fenced(
    'text',
    lines.map((line) => lineAt(line, file, node)),
    lineAt('', file, node),
  );
}

/** TeX as programs print it: what stands between single dollar signs is a formula of its own line. */
function texLines(lines: readonly SourceLine[]): SourceLine[] {
  const own = lines.filter(({ text }) => text.trim() !== '');
  const [first] = own;
  const [only] = own.length === 1 ? own : [];
  const inner = only && /^\s*\$(?!\$)(?:\\displaystyle)?(?<tex>[^$]*)\$\s*$/u.exec(only.text);
  if (!first || !only || !inner) return own;
  const tex = inner.groups?.tex ?? '';
  const from = only.text.indexOf(tex, only.text.indexOf('$') + 1);
  return [newLine('$$', first), cutLine(only, from, from + tex.length), newLine('$$', first)];
}

function altOf(output: JsonNode, type: string, context: OutputContext): string {
  const own =
    context.file.valueAt(output, 'metadata', type, 'alt') ?? context.file.valueAt(output, 'metadata', 'alt');
  const said = context.alt ?? (typeof own === 'string' ? own.trim() : '');
  if (said !== '') return said;
  context.report({
    rule: 'image/no-alt',
    message: 'The picture that the cell has drawn has no text alternative.',
    hint: 'say what it shows in the first line of its code: #| fig-alt: …',
    ...context.file.placeOf(output.start),
  });
  return context.unnamed;
}

const inBrackets = (text: string): string =>
  text.replaceAll(/\s+/gu, ' ').replaceAll(/[\\[\]]/gu, String.raw`\$&`);

/** Results that are a program for the browser. */
const active =
  /^(?:application\/(?:javascript|vnd\.(?:jupyter\.widget-view|plotly|bokehjs|vega|vegalite|holoviews)\S*)|text\/html)$/u;

/** A result in the best of its forms that a page can show. */
function bundleOutput(output: JsonNode, context: OutputContext): Output | undefined {
  const { file, keep } = context;
  const data = entryOf(output, 'data');
  const has = (type: string): JsonNode | undefined => data?.entries?.get(type);
  const result = (lines: SourceLine[], isPicture = false): Output => ({ kind: 'result', lines, isPicture });

  const html = has('text/html');
  const shown =
    html &&
    outputHtml(
      file.string(html),
      (address) => {
        const picture = pictureInAddress(address);
        return picture && keep(picture);
      },
      context.unnamed,
    );
  if (html && shown !== undefined) return result([lineAt(shown, file, html)]);
  const markdown = has('text/markdown');
  if (markdown) return result(file.lines(markdown));
  for (const type of ['image/svg+xml', 'text/latex', ...Object.keys(pictureTypes)]) {
    const node = has(type);
    if (!node) continue;
    if (type === 'text/latex') return result(texLines(file.lines(node)));
    const address = keep(pictureOf(type, file.string(node)));
    if (address === undefined) {
      context.report({
        rule: 'image/corrupt',
        message: `The picture of the type ${type} that the cell has drawn cannot be read.`,
        hint: 'run the cell again',
        ...file.placeOf(node.start),
      });
      continue;
    }
    return result([lineAt(`![${inBrackets(altOf(output, type, context))}](${address})`, file, node)], true);
  }
  const types = [...(data?.entries?.keys() ?? [])];
  if (types.some((type) => active.test(type))) {
    context.report({
      rule: 'notebook/active-output',
      message: 'The output of the cell shows nothing without its scripts, which are not published.',
      hint: 'draw it as a picture, or give the cell the tag `remove-output`',
      ...file.placeOf(output.start),
    });
    return undefined;
  }
  const json = has('application/json');
  const plain = has('text/plain') ?? json;
  if (!plain) return undefined;
  const text = plain === json ? JSON.stringify(file.value(plain), null, 2) : file.string(plain);
  return text.trim() === '' ? undefined : result(textLines(text, plain, context));
}

function errorOutput(output: JsonNode, context: OutputContext): Output {
  const { file } = context;
  const traceback: unknown = file.valueAt(output, 'traceback');
  const [name, value] = ['ename', 'evalue'].map((key) => file.string(entryOf(output, key)));
  const lines =
    Array.isArray(traceback) && traceback.length > 0
      ? traceback.map(String)
      : [`${name ?? ''}: ${value ?? ''}`];
  return { kind: 'error', lines: textLines(lines.join('\n'), output, context) };
}

/** Outputs of a cell in their order; what a stream has printed in several pieces is put together. */
export function outputsOf(nodes: readonly JsonNode[], context: OutputContext): Output[] {
  const { file } = context;
  const found: Output[] = [];
  for (let index = 0; index < nodes.length; index += 1) {
    const node = nodes[index];
    if (!node) continue;
    const type = file.valueAt(node, 'output_type');
    const name = file.valueAt(node, 'name');
    if (type === 'stream') {
      let text = file.string(entryOf(node, 'text'));
      for (
        let next = nodes[index + 1];
        next && file.valueAt(next, 'output_type') === 'stream' && file.valueAt(next, 'name') === name;
        next = nodes[index + 1]
      ) {
        text += file.string(entryOf(next, 'text'));
        index += 1;
      }
      if (plainOutput(text).trim() === '') continue;
      found.push({ kind: name === 'stderr' ? 'stderr' : 'stdout', lines: textLines(text, node, context) });
    } else if (type === 'error') {
      found.push(errorOutput(node, context));
    } else if (type === 'display_data' || type === 'execute_result') {
      const output = bundleOutput(node, context);
      if (output) found.push(output);
    }
  }
  return found;
}
