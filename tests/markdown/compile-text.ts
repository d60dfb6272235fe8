import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.ts';
import { ContentCompiler } from '../../src/loader/content-compiler.ts';
import { processRenditions } from '../../src/renditions/shared.ts';
import { fillPage } from '../../src/renditions/slot.ts';
import { type SiteConfig, type SiteConfigInput, siteConfigSchema } from '../../src/schemas/site.ts';

const site = {
  name: 'Fixture',
  description: 'Fixture',
  url: 'https://example.org',
  locales: [{ id: 'zh', tag: 'zh-CN' }],
};

/** Compiles files of a content folder that exists for this call only. */
export async function compileFiles(
  files: Readonly<Record<string, string | Uint8Array>>,
  now = new Date(),
  prepare?: (folder: string) => void,
  rules: SiteConfig['rules'] = {},
  settings: Partial<SiteConfigInput> = {},
  lenient = false,
) {
  const folder = mkdtempSync(path.join(tmpdir(), 'downlink-content-'));
  try {
    for (const [name, text] of Object.entries(files)) {
      mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
      writeFileSync(path.join(folder, name), text);
    }
    prepare?.(folder);
    const compiler = new ContentCompiler({
      contentFolder: folder,
      publicFolder: path.join(folder, 'public'),
      site: siteConfigSchema.parse({ ...site, rules, ...settings }),
      now,
      includeUnpublished: false,
      lenient,
    });
    const { articles, glossary, redirects, diagnostics, sourceOf } = await compiler.compile();
    const shortPath = (file: string): string => (path.isAbsolute(file) ? path.relative(folder, file) : file);
    const short = diagnostics.map((diagnostic: Diagnostic) => ({
      ...diagnostic,
      file: shortPath(diagnostic.file),
      message: diagnostic.message.replaceAll(folder + path.sep, ''),
      ...(diagnostic.hint === undefined ? {} : { hint: diagnostic.hint.replaceAll(folder + path.sep, '') }),
    }));
    const texts = new Map(diagnostics.map(({ file }) => [shortPath(file), sourceOf(file)]));
    return {
      articles,
      glossary,
      redirects,
      diagnostics: short,
      sourceOf: (file: string) => texts.get(file) ?? sourceOf(path.join(folder, file)),
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Compiles one article, with files beside it, and fills its slots, as a page does. */
export async function compileText(markdown: string, beside: Readonly<Record<string, string>> = {}) {
  const body = markdown.startsWith('---') ? markdown : `---\ntitle: 例\ndate: 2026-01-01\n---\n${markdown}`;
  const { articles, diagnostics } = await compileFiles({ ...beside, 'case.md': body });
  const html = fillPage(articles[0]?.html ?? '', processRenditions());
  return { article: articles[0], html, diagnostics };
}

/** The same for a notebook. */
export async function compileNotebook(text: string) {
  const { articles, diagnostics, sourceOf } = await compileFiles({ 'case.ipynb': text });
  const html = fillPage(articles[0]?.html ?? '', processRenditions());
  return { article: articles[0], html, diagnostics, sourceOf };
}

/** A page around a golden fragment, so that it can be looked at in a browser. */
export const fixturePage = (name: string, html: string): string =>
  `<!doctype html>\n<html lang="zh-CN">\n<meta charset="utf-8">\n<title>${name}</title>\n<link rel="stylesheet" href="../../../node_modules/katex/dist/katex.css">\n<body class="prose">\n${html}\n</body>\n</html>\n`;
