import { parse } from 'yaml';
import { columnAt, newLine, type SourceLine } from '../markdown/dialect-lines.ts';
import { isObject, type Metadata } from './notebook.ts';

/** How much is seen of the code of a cell, or of its outputs. */
export type Seen = 'shown' | 'folded' | 'hidden';

/** How a cell is to be shown, as its author's program was told. */
export interface CellView {
  readonly code: Seen;
  readonly output: Seen;
  readonly hasStdout: boolean;
  readonly hasStderr: boolean;
  /** What options say: `fig-cap`, `fig-alt`, `label`, …, as text. */
  readonly option: (name: string) => string | undefined;
  /** A line of Markdown with what an option says, in the option's place. */
  readonly placed: (name: string, text: string) => SourceLine;
  /** The code without its options. */
  readonly lines: readonly SourceLine[];
}

/** `#| echo: false`, in the comment sign of the language. */
const optionLine = /^(?:#|\/\/|--|%)\|[ \t]?(?<rest>.*)$/u;

/** What stands before the value of an option. */
const value = /^(?:#|\/\/|--|%)\|[^:]*:[ \t]*["']?/u;

/** The options that open a cell, as Quarto writes them; none where they cannot be read. */
function optionsOf(lines: readonly SourceLine[]): { options: Metadata; count: number } {
  const first = lines.findIndex(({ text }) => !optionLine.test(text));
  const count = first < 0 ? lines.length : first;
  const yaml = lines.slice(0, count).map(({ text }) => optionLine.exec(text)?.groups?.rest ?? '');
  if (count === 0) return { options: {}, count };
  const options = readYaml(yaml.join('\n')) ?? readPlain(yaml);
  return options ? { options, count } : { options: {}, count: 0 };
}

function readYaml(text: string): Metadata | undefined {
  try {
    const options: unknown = parse(text);
    return isObject(options) ? options : undefined;
  } catch {
    return undefined;
  }
}

/** Keys and values of lines that are no YAML because a caption has a colon in it. */
function readPlain(lines: readonly string[]): Metadata | undefined {
  const pairs = lines.map((line) => /^(?<key>[\w.-]+):[ \t]+(?<said>\S.*)$/u.exec(line)?.groups);
  return pairs.every((pair) => pair !== undefined)
    ? (Object.fromEntries(pairs.map(({ key, said }) => [key, said])) as Metadata)
    : undefined;
}

/** Tags of a cell in one spelling: `hide_input` and `hide-input` are the same. */
function tagsOf({ tags }: Metadata): ReadonlySet<string> {
  return new Set(
    Array.isArray(tags) ? tags.map((tag) => String(tag).replaceAll('_', '-').toLowerCase()) : [],
  );
}

const seen = (isHidden: boolean, isFolded: boolean): Seen =>
  isHidden ? 'hidden' : isFolded ? 'folded' : 'shown';

/**
 * Reads what a cell says of how it is shown: tags of Jupyter Book, options of Quarto, and what Jupyter,
 * Colab and their extensions keep of a cell that its author has folded.
 */
export function viewOf(metadata: Metadata, source: readonly SourceLine[]): CellView {
  const tags = tagsOf(metadata);
  const { options, count } = optionsOf(source);
  const jupyter = isObject(metadata.jupyter) ? metadata.jupyter : {};
  const isOut = tags.has('remove-cell') || options.include === false;
  const isFolded = tags.has('hide-cell');
  const fold = options['code-fold'];
  return {
    code: seen(
      isOut || tags.has('remove-input') || options.echo === false || metadata.hide_input === true,
      [isFolded, tags.has('hide-input'), jupyter.source_hidden, fold, metadata.cellView === 'form'].some(
        (sign) => sign === true,
      ),
    ),
    output: seen(
      isOut || tags.has('remove-output') || options.output === false,
      isFolded || tags.has('hide-output') || metadata.collapsed === true || jupyter.outputs_hidden === true,
    ),
    hasStdout: !tags.has('remove-stdout'),
    hasStderr: !tags.has('remove-stderr') && options.warning !== false,
    option: (name) => {
      const said = options[name];
      return typeof said === 'string' || typeof said === 'number' ? String(said).trim() : undefined;
    },
    placed: (name, text) => {
      const own = source.slice(0, count).find((line) => line.text.includes(`${name}:`)) ?? source[0];
      if (!own) return { text, line: 1 };
      return newLine(text, own, columnAt(own, value.exec(own.text)?.[0].length ?? 0));
    },
    lines: source.slice(count),
  };
}
