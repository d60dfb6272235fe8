import { existsSync } from 'node:fs';
import path from 'node:path';
import { LineCounter, parseDocument } from 'yaml';
import type { Finding } from '../diagnostics/diagnostic.ts';
import { type Authors, authorsSchema } from '../schemas/authors.ts';
import { readSource } from './read-source.ts';

/** The list of authors as it is read. */
export interface AuthorsFile {
  readonly file: string;
  /** Absent where the file cannot be read as a list of authors. */
  readonly authors?: Authors;
  /** The file as it is, for code frames. */
  readonly source: string;
}

/** Reads `authors.yaml` of the content folder; nothing where there is none. */
export async function readAuthors(
  contentFolder: string,
  report: (file: string, finding: Finding) => void,
): Promise<AuthorsFile | undefined> {
  const file = path.join(contentFolder, 'authors.yaml');
  if (!existsSync(file)) return undefined;
  const source = await readSource(file, (finding) => {
    report(file, finding);
  });
  if (source === undefined) return undefined;
  const lines = new LineCounter();
  const document = parseDocument(source, { lineCounter: lines, prettyErrors: false });
  const [error] = document.errors;
  if (error) {
    const { line, col } = lines.linePos(error.pos[0]);
    report(file, { rule: 'authors/invalid', message: error.message, line, column: col });
    return { file, source };
  }
  const parsed = authorsSchema.safeParse(document.toJS({ maxAliasCount: 100 }) ?? {});
  if (parsed.success) return { file, source, authors: parsed.data };
  for (const issue of parsed.error.issues) {
    report(file, { rule: 'authors/invalid', message: `\`${issue.path.join('.')}\`: ${issue.message}` });
  }
  return { file, source };
}
