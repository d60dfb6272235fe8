import { compareDiagnostics, type Diagnostic } from './diagnostic.ts';

/** Reads the lines of a reported file; nothing where it cannot be read as text. */
export type SourceOf = (file: string) => string | undefined;

const wide =
  /[\u1100-\u115F\u2E80-\u303E\u3041-\u33FF\u3400-\u4DBF\u4E00-\u9FFF\uA000-\uA4CF\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE4F\uFF00-\uFF60\uFFE0-\uFFE6\u{1F300}-\u{1FAFF}\u{20000}-\u{3FFFD}]/u;

/** What stands over the character before it, or joins two. */
const narrow = /\p{Mn}|\p{Me}|[\u200B-\u200D\uFEFF]|[\uFE0E\uFE0F]/u;

const cellsOf = (character: string): number => (narrow.test(character) ? 0 : wide.test(character) ? 2 : 1);

/** Blank of the same width on a terminal as `text`: full-width characters take two cells, tabs stay tabs. */
function blank(text: string): string {
  return [...text].map((character) => (character === '\t' ? '\t' : ' '.repeat(cellsOf(character)))).join('');
}

const widthOf = (text: string): number => [...text].reduce((sum, character) => sum + cellsOf(character), 0);

/** Terminal cells of a line that the frame shows, about half of them before the place. */
const frameWidth = 88;

/** As many characters from the start of `text` as fit into `width` cells. */
function fitting(characters: readonly string[], width: number): string {
  let used = 0;
  const kept = characters.findIndex((character) => (used += widthOf(character)) > width);
  return characters.slice(0, kept < 0 ? characters.length : kept).join('');
}

/** The line with a caret under the place, or nothing where there is no such line. */
function codeFrame(diagnostic: Diagnostic, source: string | undefined): string[] {
  const line = source?.split(/\r\n|\n|\r/u)[diagnostic.line - 1];
  if (!line?.trim()) return [];
  const head = [...line.slice(0, diagnostic.column - 1)];
  const tail = line.slice(diagnostic.column - 1);
  const before = [...fitting(head.toReversed(), frameWidth / 2)].toReversed().join('');
  const after = fitting([...tail], frameWidth - widthOf(before));
  const marked = after.slice(0, diagnostic.length);
  const number = String(diagnostic.line).padStart(5);
  return [
    `${number} | ${before}${after}`,
    `      | ${blank(before)}${'^'.repeat(Math.max(1, widthOf(marked)))}`,
  ];
}

/** One diagnostic as the terminal shows it. */
function formatDiagnostic(diagnostic: Diagnostic, sourceOf: SourceOf): string {
  const place = `${diagnostic.file}:${String(diagnostic.line)}:${String(diagnostic.column)}`;
  const severity = diagnostic.severity === 'error' ? 'error' : 'warning';
  return [
    `${place}  ${severity}  ${diagnostic.rule}`,
    `  ${diagnostic.message}`,
    ...codeFrame(diagnostic, sourceOf(diagnostic.file)),
    ...(diagnostic.hint === undefined ? [] : [`  hint: ${diagnostic.hint}`]),
  ].join('\n');
}

const count = (number: number, noun: string): string => `${String(number)} ${noun}${number === 1 ? '' : 's'}`;

/** All diagnostics, sorted by place, with a line that counts them; empty where there are none. */
export function formatReport(diagnostics: readonly Diagnostic[], sourceOf: SourceOf): string {
  if (diagnostics.length === 0) return '';
  const errors = diagnostics.filter(({ severity }) => severity === 'error').length;
  const blocks = diagnostics
    .toSorted(compareDiagnostics)
    .map((diagnostic) => formatDiagnostic(diagnostic, sourceOf));
  const total = `${count(errors, 'error')}, ${count(diagnostics.length - errors, 'warning')}`;
  return `${blocks.join('\n\n')}\n\n${total}\n`;
}
