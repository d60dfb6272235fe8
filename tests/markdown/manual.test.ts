import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { runInNewContext } from 'node:vm';
import { describe, expect, it } from 'vitest';
import { explanations } from '../../src/manual/rules.ts';
import { filesOf, tryFiles } from '../../src/manual/try-files.ts';
import { variables } from '../../src/manual/variables.ts';
import { writtenPages } from '../../src/manual/written-pages.ts';
import { siteConfigSchema } from '../../src/schemas/site.ts';
import { compileFiles } from './compile-text.ts';
import { type Example, manualPages } from './manual-pages.ts';

const root = path.join(import.meta.dirname, '../..');
const written = ['configuration.md', 'diagnostics.md'];
const pages = { zh: manualPages('zh'), en: manualPages('en') };
const all = [...pages.zh, ...pages.en];
/** The examples of pages that are written by hand. */
const examples = all.flatMap(([name, page]) => (written.includes(name) ? [] : page.examples));
const of = (...languages: string[]): (readonly [string, Example])[] =>
  all
    .flatMap(([, page]) => page.examples)
    .filter(({ language }) => languages.includes(language))
    .map((example) => [example.at, example] as const);

/** What the result of an example is written like: marks of code are escaped in its source. */
const asResult = (text: string): string => text.replaceAll('[\\!code', '[!code');

const showsResult = ({ text, after }: Example): boolean => after.trimStart().startsWith(asResult(text));

/** Locales of a site that its examples are written for. */
const locales = [
  { id: 'zh', tag: 'zh-CN' },
  { id: 'en', tag: 'en' },
];

const head = '---\ntitle: A\ndate: 2026-01-01\n---\n';

/** The files of a content folder that an example stands for. */
function filesOfExample({ language, text, at }: Example): Record<string, string> {
  if (language === 'yaml' && text.startsWith('notation:')) {
    const symbols = [...text.matchAll(/^ {2}(\S+):/gmu)].map(([, tex = '']) => `$${tex}$`);
    return { 'a.md': `---\ntitle: A\ndate: 2026-01-01\n${text}\n---\n${symbols.join(' ')}` };
  }
  if (language === 'yaml' && at.includes('/start.md')) {
    const id = text.split(':', 1)[0] ?? '';
    return {
      'series.yaml': text,
      'a.md': head.replace('\n---\n', `\nseries: { id: ${id}, order: 1 }\n---\n`) + 'A.',
    };
  }
  if (language === 'yaml') return { 'glossary.yaml': text, 'a.md': `${head}A.` };
  return { [language === 'mdx' ? 'a.mdx' : 'a.md']: text.startsWith('---') ? text : head + text };
}

describe('pages that are written from code', () => {
  it('are as `npm run manual` writes them, and every example speaks of its rule alone', async () => {
    const texts = await writtenPages();
    expect([...texts.keys()].map((file) => path.basename(file)).toSorted()).toEqual(
      [...written, ...written].toSorted(),
    );
    for (const [file, text] of texts) expect(readFileSync(path.join(root, file), 'utf8'), file).toBe(text);
  });

  it('name every variable that the code reads', () => {
    const files = globSync(['src/**/*.{ts,astro}', 'scripts/*.ts', 'astro.config.mjs'], { cwd: root });
    const read = files.flatMap(
      (file) =>
        readFileSync(path.join(root, file), 'utf8').match(
          /\b(?:DOWNLINK_[A-Z_]+|SOURCE_DATE_EPOCH|CHROME_PATH)\b/gu,
        ) ?? [],
    );
    // What `npm run dev` tells the rest of its process.
    const own = new Set(read).difference(new Set(['DOWNLINK_DRAFTS']));
    expect([...own].toSorted()).toEqual(Object.keys(variables).toSorted());
  });

  it('put right what they show as wrong', async () => {
    for (const [rule, { wrong, right }] of Object.entries(explanations)) {
      expect(wrong === undefined, rule).toBe(right === undefined);
      if (right === undefined) continue;
      expect(await tryFiles(filesOf(right), { [rule]: 'warn' }), rule).toEqual([]);
    }
  });
});

describe('the manual in two languages', () => {
  it('has the same pages', () => {
    expect([...pages.en.keys()]).toEqual([...pages.zh.keys()]);
  });

  it.each([...pages.zh.keys()])('%s has the same sections and examples', (name) => {
    const shapeOf = (language: 'zh' | 'en') => {
      const { text = '', examples = [] } = pages[language].get(name) ?? {};
      const prose = text.replaceAll(/^(`{3,}).*?^\1$/gmsu, '');
      return {
        order: /^order: (\d+)$/mu.exec(text)?.[1],
        sections: [...prose.matchAll(/^(#+) .*?(\{#[^}]+\})?$/gmu)].map(([, depth, id]) => [depth, id]),
        examples: examples.map(({ language }) => language),
      };
    };
    expect(shapeOf('en')).toEqual(shapeOf('zh'));
  });

  it('is all in English on the English side, but for what is searched and quoted', () => {
    for (const [name, { text }] of pages.en) {
      const prose = text
        .replaceAll(/^(`{3,}).*?^\1$/gmsu, '')
        .replaceAll(/`[^`\n]+`/gu, '')
        .replace(/^---\n.*?\n---\n/su, '');
      expect(prose.match(/\p{Script=Han}+/gu) ?? [], name).toEqual(name === 'search.md' ? ['投机解码'] : []);
    }
  });
});

describe('examples', () => {
  const shown = examples.filter(({ language }) => ['markdown', 'mdx', 'yaml'].includes(language));

  it('are followed by their result, or are right on their own', async () => {
    expect(shown.filter(showsResult).length).toBeGreaterThan(40);
    const alone = shown.filter((example) => !showsResult(example));
    expect(alone.length).toBeGreaterThan(5);
    for (const example of alone) {
      const { diagnostics } = await compileFiles(
        filesOfExample(example),
        undefined,
        undefined,
        {},
        { locales },
      );
      expect(diagnostics, example.at).toEqual([]);
    }
  });

  it.each(of('ts'))('%s is a setting that the site takes', (_at, { text }) => {
    const required = { name: 'A', description: 'A', url: 'https://example.org' };
    const given = runInNewContext(`({ ${text} })`) as object;
    expect(siteConfigSchema.safeParse({ ...required, locales, ...given }).error).toBeUndefined();
  });

  it.each(of('json'))('%s is JSON', (_at, { text }) => {
    expect(() => JSON.parse(text) as unknown).not.toThrow();
  });
});
