import { symlinkSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { catalogue, type RuleId } from '../../src/diagnostics/catalogue.ts';
import { CachedSite } from '../unit/loader/cached-site.ts';
import { broken, head } from './broken.ts';
import { compileFiles } from './compile-text.ts';

/** Rules that need more than files with text: links, settings, and pages that are printed. */
const testedElsewhere = new Set([
  ...['content/unreadable', 'settings/unknown-rule', 'redirect/dead'],
  'mdx/failed',
]);

const cases = Object.entries(broken).filter(([rule]) => !testedElsewhere.has(rule));

describe('every rule of the catalogue', () => {
  it.each(cases)('%s points at its place', async (rule, { files, at, isOff }) => {
    const rules = isOff ? { [rule]: 'warn' as const } : {};
    const { diagnostics } = await compileFiles(files, undefined, undefined, rules);
    const found = diagnostics.filter((diagnostic) => diagnostic.rule === rule);
    expect(found.map(({ file, line, column }) => [file, line, column])).toEqual([at]);
    const { severity } = catalogue[rule as RuleId];
    expect(severity === 'off').toBe(isOff ?? false);
    expect(found[0]?.severity).toBe(isOff ? 'warn' : severity);
  });
});

describe('a second run over all of these inputs', () => {
  it('says the same out of the cache', async () => {
    const site = new CachedSite();
    for (const [rule, { files }] of cases) {
      const own = Object.entries(files).map(([name, text]) => [path.join(rule, name), text] as const);
      site.write(Object.fromEntries(own));
    }
    const cold = await site.cold();
    const { fresh: all } = await site.run();
    const { fresh, result } = await site.run();
    expect(result).toEqual(cold);
    expect(new Set(cold.diagnostics.map(({ rule }) => rule)).size).toBeGreaterThan(60);
    expect(fresh.length).toBeLessThan(all.length / 10);
    site.remove();
  });
});

describe('what files alone cannot show', () => {
  it('refuses a link out of the content folder', async () => {
    const { articles, diagnostics } = await compileFiles({ 'a.md': `${head}一` }, undefined, (folder) => {
      symlinkSync('/etc/hostname', path.join(folder, 'secret.md'));
    });
    expect(diagnostics).toMatchObject([{ rule: 'content/unreadable', file: 'secret.md' }]);
    expect(articles).toHaveLength(1);
  });

  it('knows when the settings name a rule that does not exist', async () => {
    const rules = { 'math/sintax': 'warn' } as const;
    const { diagnostics } = await compileFiles({ 'a.md': `${head}一` }, undefined, undefined, rules);
    expect(diagnostics).toMatchObject([
      { rule: 'settings/unknown-rule', hint: 'did you mean `math/syntax`?' },
    ]);
  });

  it('lets the settings turn an error into a warning', async () => {
    const rules = { 'math/undefined-command': 'warn' } as const;
    const { diagnostics } = await compileFiles({ 'a.md': `${head}$\\foo$` }, undefined, undefined, rules);
    expect(diagnostics).toMatchObject([{ rule: 'math/undefined-command', severity: 'warn' }]);
  });
});

describe('hints', () => {
  it.each([
    ['```pyhton\nx\n```', 'did you mean `python`?'],
    ['## 小节\n\n[这里](#小结)', 'did you mean `#小节`?'],
    ['[^adn]\n\n[^and]: x\n\n[^and]', 'did you mean `and`?'],
    ['$100% x$', 'a bare `%` hides all that follows; write `\\%`'],
  ])('%j', async (body, hint) => {
    const { diagnostics } = await compileFiles({ 'a.md': head + body });
    expect(diagnostics.map((diagnostic) => diagnostic.hint)).toContain(hint);
  });
});

describe('places inside formulas', () => {
  it.each([
    ['inline, after other text', '中文 $a + \\foo$', 5, 9],
    ['fenced', '$$\na\n  + \\foo\n$$', 7, 5],
    ['in a block quote', '> $$\n> a + \\foo\n> $$', 6, 7],
    ['alone on a line', '$$a + \\foo$$', 5, 7],
    ['in a list', '- 项\n\n  $$\n  \\foo\n  $$', 8, 3],
  ])('%s', async (_name, body, line, column) => {
    const { diagnostics } = await compileFiles({ 'a.md': head + body });
    expect(diagnostics).toMatchObject([{ rule: 'math/undefined-command', line, column, length: 4 }]);
  });
});

describe('the glossary', () => {
  it('comes with the content, its source for code frames', async () => {
    const source = 'lora:\n  zh: [低秩适配]\n';
    const { glossary, sourceOf } = await compileFiles({ 'a.md': `${head}一`, 'glossary.yaml': source });
    expect(glossary.get('lora')?.zh).toEqual(['低秩适配']);
    expect(sourceOf('glossary.yaml')).toBe(source);
  });

  it('is empty where the folder has none', async () => {
    const { glossary, diagnostics } = await compileFiles({ 'a.md': `${head}一` });
    expect([...glossary]).toEqual([]);
    expect(diagnostics).toEqual([]);
  });
});
