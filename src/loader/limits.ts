import type { Finding } from '../diagnostics/diagnostic.ts';

/**
 * How much an article may hold. All of them lie far above what people write (of 11,068 files of 78
 * repositories, the longest line has 657,039 characters) and below what would keep the parser busy for
 * more than some seconds or take more than a gigabyte.
 */
const limits = {
  /** Characters of an article, and of a line of it. */
  characters: 1_500_000,
  line: 1_000_000,
  /** Block quotes and lists inside of each other. */
  depth: 100,
  /** Sum over all lines of the lists around them, where these are more than ten. */
  deepLines: 15_000,
  items: 10_000,
  cells: 45_000,
  columns: 1000,
  notes: 6_000,
  /** Steps that the parser would take to look for the other end of emphasis, code and links. */
  steps: 10_000_000,
} as const;

const tooLarge = (message: string, hint: string, line = 1, column = 1): Finding => ({
  rule: 'content/too-large',
  message,
  hint,
  line,
  column,
});

const tooDeep = (line: number): Finding => ({
  rule: 'content/too-deep',
  message: `Lists and quotes are nested more than ${String(limits.depth)} deep.`,
  hint: 'unfold them, or put the text into a code fence',
  line,
});

const container = /[ \t]*(?:>|[-*+](?=[ \t]|$)|\d{1,9}[.)](?=[ \t]|$))[ \t]?/uy;

/** Where the containers that a line opens stand, in columns from its start. */
function containersOf(line: string): { columns: number[]; hasList: boolean } {
  const columns: number[] = [];
  let hasList = false;
  container.lastIndex = 0;
  for (
    let found = container.exec(line);
    found && columns.length <= limits.depth;
    found = container.exec(line)
  ) {
    columns.push(container.lastIndex);
    hasList ||= !found[0].includes('>');
  }
  return { columns, hasList };
}

/** Follows lists and quotes from line to line. */
function checkNesting(lines: readonly string[]): Finding | undefined {
  let open: number[] = [];
  let deepLines = 0;
  let items = 0;
  for (const [index, line] of lines.entries()) {
    if (!/^[ \t]*[>\d*+-]/u.test(line)) {
      deepLines += open.length > 10 ? open.length : 0;
      continue;
    }
    const { columns, hasList } = containersOf(line);
    if (hasList) {
      items += 1;
      const [first = 0] = columns;
      open = [...open.filter((column) => column < first), ...columns];
    }
    if (Math.max(open.length, columns.length) > limits.depth) return tooDeep(index + 1);
    deepLines += open.length > 10 ? open.length : 0;
    if (deepLines > limits.deepLines) return tooDeep(index + 1);
    if (items > limits.items) {
      const message = `The article has more than ${String(limits.items)} list items.`;
      return tooLarge(message, 'divide it into several articles', index + 1);
    }
  }
  return undefined;
}

/** Counts what makes many nodes out of little text. */
function checkCounts(body: string, lines: readonly string[]): Finding | undefined {
  let cells = 0;
  for (const [index, line] of lines.entries()) {
    if (!line.includes('|')) continue;
    const bars = line.split('|').length - 1;
    cells += bars > 1 ? bars : 0;
    if (cells <= limits.cells && bars <= limits.columns) continue;
    const message =
      bars > limits.columns
        ? `The row has more than ${String(limits.columns)} cells.`
        : `The tables of the article have more than ${String(limits.cells)} cells.`;
    return tooLarge(message, 'publish the data as a file in public/ and link to it', index + 1);
  }
  if (body.split('[^').length - 1 <= limits.notes) return undefined;
  const message = `The article has more than ${String(limits.notes)} footnotes and uses of them.`;
  return tooLarge(message, 'divide it into several articles');
}

const run = /\*+|_+|~+|`+|\]\(/gu;
const isBlank = (character: string | undefined): boolean => character === undefined || /\s/u.test(character);

/**
 * Steps of the parser in one block of text: a mark that finds no partner is compared with all before
 * it, and what stands between two partners is gone through once more.
 */
function stepsOf(block: string): number {
  /** Of each sign, which marks still wait for a partner, by their number in the block. */
  const open = new Map<string, number[]>();
  const ticks: { readonly length: number; readonly at: number }[] = [];
  let opened = 0;
  let links = 0;
  let marks = 0;
  let steps = 0;
  for (const { 0: mark, index } of block.matchAll(run)) {
    const sign = mark[0] ?? '';
    const waiting = open.get(sign) ?? [];
    const mayClose =
      !isBlank(block[index - 1]) && (waiting.length > 0 || isBlank(block[index + mark.length]));
    marks += 1;
    if (sign === '`') ticks.push({ length: mark.length, at: index });
    else if (sign === ']') links += 1;
    else if (!mayClose) {
      waiting.push(marks);
      open.set(sign, waiting);
      opened += 1;
    } else if (waiting.length > 0) {
      steps += marks - (waiting.pop() ?? marks);
      opened -= 1;
    } else steps += opened;
  }
  const closers = new Set<number>();
  for (const { length, at } of ticks.toReversed()) {
    // The other end of backticks without a partner is looked for up to the end.
    if (!closers.has(length)) steps += block.length - at;
    closers.add(length);
  }
  return steps + (links * links) / 20;
}

function checkBlocks(lines: readonly string[]): Finding | undefined {
  let steps = 0;
  let start = 0;
  for (let index = 0; index <= lines.length; index += 1) {
    if (lines[index]?.trim()) continue;
    if (index > start) steps += stepsOf(lines.slice(start, index).join('\n'));
    if (steps > limits.steps) {
      const message =
        'A block of text has too many marks (`*`, `_`, backticks, links) that are nested or have no partner.';
      return tooLarge(message, 'escape signs that are no markup: \\* \\_', start + 1);
    }
    start = index + 1;
  }
  return undefined;
}

/**
 * Says what in an article would keep the parser busy for too long, before it is parsed. Takes time in
 * proportion to the length of the text.
 *
 * @param body the article, front matter left blank.
 * @returns the first thing found; nothing for an article that may be parsed.
 */
export function overLimits(body: string): Finding | undefined {
  if (body.length > limits.characters) {
    const message = `The article has ${String(body.length)} characters, more than ${String(limits.characters)}.`;
    return tooLarge(message, 'divide it into several articles');
  }
  const lines = body.split(/\r\n|\n|\r/u);
  const long = lines.findIndex(({ length }) => length > limits.line);
  if (long >= 0) {
    const message = `The line has more than ${String(limits.line)} characters.`;
    return tooLarge(message, 'data belongs into a file in public/', long + 1, limits.line + 1);
  }
  return checkNesting(lines) ?? checkCounts(body, lines) ?? checkBlocks(lines);
}
