import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Diagnostic, RuleSettings } from '../diagnostics/diagnostic.ts';
import { ContentCompiler } from '../loader/content-compiler.ts';
import { siteConfigSchema } from '../schemas/site.ts';
import type { Files } from './explanation.ts';

/** An example as files: the text of an article alone becomes one of these. */
export function filesOf(example: string | Files): Files {
  if (typeof example !== 'string') return example;
  const hasHead = /^(?:---|\+\+\+)\n/u.test(example);
  return { 'a.md': hasHead ? example : `---\ntitle: LoRA\ndate: 2026-01-01\n---\n${example}` };
}

const writtenAt = new Date('2026-01-01T12:00:00Z');

/** What the checker says of a content folder with these files; their paths inside of it. */
export async function tryFiles(files: Files, rules: RuleSettings = {}): Promise<Diagnostic[]> {
  const folder = mkdtempSync(path.join(tmpdir(), 'downlink-manual-'));
  try {
    for (const [name, text] of Object.entries(files)) {
      mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
      writeFileSync(path.join(folder, name), text);
      // An article without a date has that of its file.
      utimesSync(path.join(folder, name), writtenAt, writtenAt);
    }
    const site = { name: 'Manual', description: 'Manual', url: 'https://example.org' };
    const locales = [{ id: 'zh', tag: 'zh-CN' }];
    const compiler = new ContentCompiler({
      contentFolder: folder,
      publicFolder: path.join(folder, 'public'),
      site: siteConfigSchema.parse({ ...site, locales, rules }),
      now: new Date(),
      includeUnpublished: false,
      threads: 0,
    });
    const { diagnostics } = await compiler.compile();
    const inFolder = (text: string): string => text.replaceAll(folder + path.sep, '');
    return diagnostics.map((one) => ({ ...one, file: inFolder(one.file), message: inFolder(one.message) }));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
