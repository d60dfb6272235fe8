import type { Finding } from '../diagnostics/diagnostic.ts';
import { findingInSource, type SourceLine } from '../markdown/dialect-lines.ts';
import { withCell } from '../notebooks/notebook.ts';
import { notebookSource } from '../notebooks/notebook-source.ts';
import type { Place } from '../notebooks/notebook-text.ts';
import type { ContentFile } from './content-files.ts';
import { type ParsedFrontMatter, type SplitSource, splitSource } from './front-matter.ts';
import { keepPictures } from './kept-pictures.ts';
import { parseAnew, type ParseFrontMatter } from './known-front-matter.ts';

type Report = (finding: Finding) => unknown;

/** An article's text as Markdown, and its front matter. */
export interface SplitArticle {
  /** Without the front matter, whose lines are left blank. */
  readonly body: string;
  readonly frontMatter: ParsedFrontMatter;
  /** Lines of the body with their places in the file, where these are others. */
  readonly lines?: readonly SourceLine[];
  /** Where the cells of a notebook begin. */
  readonly cells?: readonly Place[];
}

export const isNotebook = (file: string): boolean => /\.ipynb$/iu.test(file);

const parsed = ({ body, ...head }: SplitSource, report: Report, parse = parseAnew): SplitArticle => ({
  body,
  frontMatter: parse(head, report),
});

const textOf = (lines: readonly SourceLine[]): string => lines.map(({ text }) => text).join('\n');

function splitNotebook({ absolutePath, locale }: ContentFile, source: string, report: Report) {
  const findings: Finding[] = [];
  const notebook = notebookSource(source, {
    keep: keepPictures(absolutePath),
    report: (finding) => findings.push(finding),
    language: /^zh\b/iu.test(locale) ? 'zh' : 'en',
  });
  const cells = notebook?.cells ?? [];
  for (const finding of findings) report(withCell(finding, cells));
  if (!notebook) return undefined;
  const { head, body } = notebook;
  const reportInHead = (finding: Finding): unknown => report(withCell(findingInSource(finding, head), cells));
  const split = splitSource(textOf(head), reportInHead);
  const { frontMatter } = parsed(split, reportInHead);
  const { seriesPlace } = frontMatter;
  return {
    body: [...(head.length > 0 ? [split.body] : []), textOf(body)].join('\n'),
    frontMatter: {
      ...frontMatter,
      ...(seriesPlace ? { seriesPlace: findingInSource(seriesPlace, head) } : {}),
    },
    lines: [...head, ...body],
    cells,
  };
}

/**
 * Cuts a file into its front matter and its text: of a notebook, what it is as Markdown. A notebook that
 * cannot be read is nothing, and reported.
 */
export function splitArticle(
  file: ContentFile,
  source: string,
  report: Report,
  parse?: ParseFrontMatter,
): SplitArticle | undefined {
  if (isNotebook(file.absolutePath)) return splitNotebook(file, source, report);
  return parsed(splitSource(source, report), report, parse);
}

/** Of a notebook that cannot be read: lines, and characters of each, that are shown. */
const shown = { lines: 200, characters: 400 };

/** What is made of a notebook that cannot be read where that ends nothing: its beginning, as it is written. */
export function unreadNotebook(source: string): SplitArticle {
  const lines = source.split(/\r\n|\n|\r/u).slice(0, shown.lines);
  const text = lines.map((line) => line.slice(0, shown.characters)).join('\n');
  const fence = '`'.repeat(Math.max(3, ...[...text.matchAll(/`+/gu)].map(([run]) => run.length + 1)));
  return parsed({ body: `${fence}text\n${text}\n${fence}\n` }, () => undefined);
}
