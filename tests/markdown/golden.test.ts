import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { compileNotebook, compileText, fixturePage } from './compile-text.ts';

const ending = /\.(?:mdx?|ipynb)$/u;
const folder = fileURLToPath(new URL('./fixtures/', import.meta.url));
const cases = readdirSync(folder).filter((name) => ending.test(name));

/** Pictures of a notebook are kept in a cache, whose place is no matter. */
const pictureFolder = /(?:\.\.\/)+[^"&]*(?=picture-[\da-f]+\.)/gu;

/**
 * `case.md` in, with `case.bib` as its bibliography and `case.yaml` as the glossary, `case.html` out, through the
 * real processor. The golden file opens in a browser. On a mismatch the new output stands beside it as
 * `case.actual.html`: move it over when it is right.
 */
describe('golden files', () => {
  it.each(cases)('%s', async (name) => {
    const fileBeside = (type: string, as: string): Record<string, string> => {
      const file = path.join(folder, name.replace(ending, type));
      return existsSync(file) ? { [as]: readFileSync(file, 'utf8') } : {};
    };
    const beside = { ...fileBeside('.bib', 'refs.bib'), ...fileBeside('.yaml', 'glossary.yaml') };
    const text = readFileSync(path.join(folder, name), 'utf8');
    const { html, diagnostics } = name.endsWith('.ipynb')
      ? await compileNotebook(text)
      : await compileText(text, beside);
    expect(diagnostics).toEqual([]);
    const page = fixturePage(name, html.replaceAll(pictureFolder, ''));
    const golden = path.join(folder, name.replace(ending, '.html'));
    const actual = golden.replace(/\.html$/u, '.actual.html');
    const expected = existsSync(golden) ? readFileSync(golden, 'utf8') : '';
    if (page === expected) rmSync(actual, { force: true });
    else writeFileSync(actual, page);
    expect(page).toBe(expected);
  });
});
