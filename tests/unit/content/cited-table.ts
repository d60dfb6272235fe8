import { z } from 'astro/zod';
import { parse } from 'yaml';

/** What a file `data/*.yaml` beside an article says; every cell is text, so that `73.0` keeps its zero. */
const schema = z.strictObject({
  /** Id of the article's table, as its caption has it: `tbl-results`. */
  table: z.string().regex(/^tbl-/u),
  /** Where the numbers come from: a key of the bibliography, and the place in that work. */
  source: z.strictObject({ key: z.string(), place: z.string().min(1), url: z.url().optional() }),
  /** The day on which they were taken from there. */
  retrieved: z.iso.date(),
  /** Heads of the article's columns that hold them; the first one names the rows. */
  columns: z.array(z.string()).min(2),
  rows: z.array(z.array(z.string())).min(1),
  /** Anything an author should know: what was left out or rounded. */
  note: z.string().optional(),
});

/** Numbers that an article took from elsewhere. */
export type CitedTable = z.output<typeof schema>;

/** @throws where the file has another form. */
export const readCitedTable = (yaml: string): CitedTable => schema.parse(parse(yaml, { schema: 'failsafe' }));

/** A cell as a reader sees it: without emphasis, citations, checks and formula signs. */
const plain = (cell: string): string =>
  cell
    .replaceAll(/:num\[([^\]]*)\](?:\{[^}]*\})?/gu, '$1')
    .replaceAll(/\[[-\s]*@[^\]]*\]|\[\^[^\]]*\]/gu, '')
    .replaceAll(/\[([^\]]*)\]\([^)]*\)/gu, '$1')
    .replaceAll(/\*\*|`|\$/gu, '')
    .replaceAll('\\%', '%')
    .trim();

/** Cells of a row; a `\|` stays in its cell. */
const cellsOf = (line: string): string[] =>
  line
    .trim()
    .replaceAll(/^\||(?<!\\)\|$/gu, '')
    .split(/(?<!\\)\|/u)
    .map(plain);

/**
 * The table of an article whose caption bears an id: its rows, heads first; nothing where there is none.
 *
 * The caption, `: 结果 {#tbl-results}`, stands right before or right after the table.
 */
export function tableOf(article: string, id: string): string[][] | undefined {
  const lines = article.split(/\r?\n/u);
  const caption = lines.findIndex((line) => line.trimEnd().endsWith(`{#${id}}`));
  if (caption < 0) return undefined;
  const isRow = (line: string | undefined): boolean => line?.trimStart().startsWith('|') ?? false;
  const take = (start: number, step: 1 | -1): string[] => {
    let at = start;
    if (lines[at]?.trim() === '') at += step;
    const rows: string[] = [];
    for (; isRow(lines[at]); at += step) rows.push(lines[at] ?? '');
    return step === 1 ? rows : rows.reverse();
  };
  const above = take(caption - 1, -1);
  const rows = above.length > 0 ? above : take(caption + 1, 1);
  return rows.length < 3 ? undefined : rows.filter((_, index) => index !== 1).map(cellsOf);
}

/**
 * What differs between an article and the files that its tables are kept in, one sentence each. Several files
 * may share a table; all of its rows must be in them, each file's in the order of the article.
 */
export function differences(article: string, tables: readonly CitedTable[]): string[] {
  const found: string[] = [];
  for (const id of new Set(tables.map(({ table }) => table))) {
    const [heads = [], ...rows] = tableOf(article, id) ?? [];
    const open = new Set(rows);
    if (rows.length === 0) found.push(`there is no table ${id}`);
    for (const { columns, rows: cited } of tables.filter(({ table }) => table === id)) {
      const places = columns.map((head) => heads.indexOf(head));
      const missing = columns.filter((_, index) => places[index] === -1);
      if (missing.length > 0) found.push(`${id} has no column ${missing.join(', ')}`);
      for (const expected of cited) {
        const name = expected[0] ?? '';
        const row = [...open].find((cells) => cells[places[0] ?? -1] === name);
        if (!row) {
          found.push(`${id} has no row ${name}`);
          continue;
        }
        open.delete(row);
        const shown = places.map((place) => row[place] ?? '');
        if (shown.join('|') !== expected.join('|')) {
          found.push(`${id}, ${name}: ${shown.join(' | ')} instead of ${expected.join(' | ')}`);
        }
      }
    }
    for (const row of open) found.push(`${id} has a row that no file has: ${row.join(' | ')}`);
  }
  return found;
}
