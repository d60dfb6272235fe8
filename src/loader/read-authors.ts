import { existsSync } from 'node:fs';
import path from 'node:path';
import { LineCounter, parseDocument } from 'yaml';
import type { Finding } from '../diagnostics/diagnostic.ts';
import { type Authors, authorsSchema } from '../schemas/authors.ts';
import { readSource } from './read-source.ts';

/** Reads `authors.yaml` of the content folder; nothing where there is none. */
export async function readAuthors(
  contentFolder: string,
  report: (file: string, finding: Finding) => void,
): Promise<Authors | undefined> {
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
    return undefined;
  }
  const parsed = authorsSchema.safeParse(document.toJS({ maxAliasCount: 100 }) ?? {});
  if (parsed.success) return parsed.data;
  for (const issue of parsed.error.issues) {
    report(file, { rule: 'authors/invalid', message: `\`${issue.path.join('.')}\`: ${issue.message}` });
  }
  return undefined;
}
