import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DiskCache } from '../../../src/renditions/disk-cache.ts';
import { processRenditions } from '../../../src/renditions/shared.ts';
import { buildSearchIndex } from '../../../src/search-index/build-index.ts';
import { KeptWords } from '../../../src/search-index/kept-words.ts';
import { LastIndex } from '../../../src/search-index/last-index.ts';
import type { RenditionSource } from '../../../src/renditions/slot.ts';
import type { Piece } from '../../../src/search/answer.ts';
import { formulaWords, tokensOfFormula, wholeWord } from '../../../src/search/formula-words.ts';
import { answerQuery, type SearchSource } from '../../../src/search/answer-query.ts';
import { compileFiles } from '../../markdown/compile-text.ts';
import { openFolder, useFilesForFetch } from './node-index.ts';

useFilesForFetch();
const folder = mkdtempSync(path.join(tmpdir(), 'downlink-search-'));
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

const article = (title: string, date: string, more: string, body: string): string =>
  `---\ntitle: ${title}\ndate: ${date}\n${more}---\n${body}\n`;

const files = {
  'posts/lora.md': article(
    '低秩适配',
    '2026-01-01',
    'tags: [微调]\naliases: [LoRA]\n',
    '## 方法\n\n前向是\n\n$$\nh = W_0x + \\frac{\\alpha}{r}BAx \\label{eq-lora}\n$$\n\n行内 $W = W_0 + BA$，`code`。\n\n```js\nconst hidden = 1;\n```\n\n## 显存\n\n显存的占用会下降。',
  ),
  'posts/spec.md': article(
    '投机解码',
    '2026-02-01',
    'tags: [推理]\nseries: { id: spec, order: 1 }\n',
    '草稿模型先写，低秩适配也能用。接受概率 $\\min(1, p/q)$。',
  ),
  'posts/old.md': article('旧文', '2025-01-01', 'tags: [推理]\n', '投机<采样> & 其他。Speculative sampling.'),
  'posts/random.md': article('随机漫步', '2024-01-01', '', '随机漫步的步骤。'),
  'posts/traditional.md': article('繁体', '2024-01-02', '', '这里引用了隨機漫步四个字。'),
  'docs/zh/start.md': article(
    '手册',
    '2026-01-01',
    '',
    '手册里也写投机解码，错成 toujijiema 和投机结码也认得。',
  ),
  'glossary.yaml': 'spec:\n  zh: [投机解码, 投机采样]\n  en: [speculative sampling]\n  note: 一句话。\n',
};

let source: SearchSource;
beforeAll(async () => {
  const { articles, glossary } = await compileFiles(files, new Date('2026-03-01'));
  await buildSearchIndex(articles, glossary, processRenditions(), folder);
  source = openFolder(folder, '/some/base/');
  // Two threads and two processes start: on a busy machine that takes a while.
}, 60_000);

const ask = (text: string, more: object = {}) => answerQuery({ text, ...more }, source);
const text = (pieces: readonly Piece[]): string => pieces.map((piece) => piece.text).join('');
const titles = async (query: string, more: object = {}): Promise<string[]> =>
  (await ask(query, more)).articles.map(({ title }) => text(title));

describe('the index', () => {
  it('leads to the article, its sections and its words, under the base path', async () => {
    const { articles, total } = await ask('显存占用');
    expect(total).toBe(1);
    expect(articles[0]).toEqual({
      title: [{ text: '低秩适配', isMatch: false }],
      url: '/some/base/posts/lora/?q=%E6%98%BE%E5%AD%98%E5%8D%A0%E7%94%A8',
      excerpt: [
        { text: '显存', isMatch: true },
        { text: '的', isMatch: false },
        { text: '占用', isMatch: true },
        { text: '会下降。', isMatch: false },
      ],
      date: '2026-01-01',
      tags: ['微调'],
      sections: [
        {
          title: [{ text: '显存', isMatch: true }],
          url: '/some/base/posts/lora/?q=%E6%98%BE%E5%AD%98%E5%8D%A0%E7%94%A8#%E6%98%BE%E5%AD%98',
          excerpt: expect.anything() as unknown,
        },
      ],
    });
  });

  it.each([
    ['投机解码', ['投机解码', '旧文', '手册']],
    ['低秩适配', ['低秩适配', '投机解码']],
    ['LORA', ['低秩适配']],
    ['speculative sampling', ['投机解码', '旧文', '手册']],
    ['投機解碼', ['投机解码', '旧文', '手册']],
    // Where one article has the traditional form, those with the simplified one are found all the same.
    ['隨機漫步', ['随机漫步', '繁体']],
    ['hidden', ['低秩适配']],
    ['"低秩适配也"', ['投机解码']],
    ['采样 & 其他', ['旧文']],
    ['没有的话', []],
    ['C++', []],
  ])('answers %s with %j', async (query, expected) => {
    expect(await titles(query)).toEqual(expected);
  });

  it('says what else it searched, and what it took the query for', async () => {
    expect((await ask('投机解码')).alsoSearched).toEqual(['speculative sampling', '投机采样']);
    expect(await ask('toujijiema')).toMatchObject({ corrected: '投机解码', total: 3 });
    // The manual names the mistake, and comes last.
    expect(await titles('toujijiema')).toEqual(['投机解码', '旧文', '手册']);
    expect(await ask('投机结码')).toMatchObject({ corrected: '投机解码', total: 3 });
    expect(await titles('"toujijiema"')).toEqual(['手册']);
    expect(await ask('"toujijiemi"')).toMatchObject({ total: 0, articles: [] });
    expect(await ask('显存 草稿')).toMatchObject({ isPartial: true, total: 2 });
  });

  it('narrows down and sorts', async () => {
    const { filters } = await ask('投机解码');
    expect(filters).toMatchObject({
      tag: { 推理: 1 },
      year: { 2026: 2 },
      series: { spec: 1 },
    });
    expect(await titles('投机解码', { filters: { tag: ['推理'] } })).toEqual(['投机解码', '旧文']);
    expect(await titles('投机解码', { filters: { year: ['2025'] } })).toEqual(['旧文']);
    expect(await titles('采样', { sort: 'newest' })).toEqual(['旧文']);
    expect(await titles('低秩适配', { sort: 'newest' })).toEqual(['投机解码', '低秩适配']);
    expect(await titles('投机解码', { offset: 10 })).toEqual([]);
  });

  it('counts what another year or series would give in the place of the chosen one', async () => {
    const chosen = async (filters: object) => (await ask('低秩适配', { filters })).filters;
    expect(await chosen({ year: ['2026'], tag: ['推理'] })).toMatchObject({
      tag: { 推理: 1 },
      year: { 2026: 1 },
    });
    expect(await chosen({ series: ['spec'], tag: ['微调'] })).toEqual({ series: {} });
    // Also where the chosen one has nothing.
    const { total, filters } = await ask('低秩适配', { filters: { year: ['2025'] } });
    expect([total, filters]).toEqual([0, { year: { 2026: 2 } }]);
    expect((await ask('投机', { filters: { year: ['2025'] } })).filters).toMatchObject({
      tag: { 推理: 1 },
      year: { 2025: 1, 2026: 2 },
    });
  });

  it('narrows formulas down to those of the articles that are left', async () => {
    const urls = async (filters: object) =>
      (await ask('W_0+BA', { filters })).formulas.map(({ url }) => url.replace(/#.*$/u, ''));
    expect(await urls({ tag: ['微调'], year: ['2026'] })).toContain('/some/base/posts/lora/');
    expect(await urls({ series: ['spec'] })).not.toContain('/some/base/posts/lora/');
    expect(await urls({ year: ['2024'] })).toEqual([]);
  });

  it.each([
    ['\\frac{\\alpha}{r}BAx', '/some/base/posts/lora/#eq-lora'],
    ['BAx', '/some/base/posts/lora/#eq-lora'],
    ['α/r BA', '/some/base/posts/lora/#eq-lora'],
    ['W_0+BA', '/some/base/posts/lora/#m1'],
    ['W0+BA', '/some/base/posts/lora/#m1'],
    ['\\min(1, p/q)', '/some/base/posts/spec/#m1'],
    ['min(1,p/q', '/some/base/posts/spec/#m1'],
  ])('leads from the formula %s to its place', async (query, url) => {
    const { formulas } = await ask(query);
    expect(formulas[0]?.url).toBe(url);
    expect(formulas[0]?.mathml).toMatch(/^<math/u);
  });

  it('finds no stretch that begins in one formula and ends in the next, and each as a whole', async () => {
    const index = await source.formulas?.();
    const found = async (terms: string | undefined) => (await index?.search(terms ?? ''))?.results.length;
    const phrase = (formula: string): string => `"${formulaWords(tokensOfFormula(formula)).join(' ')}"`;
    expect(await found(phrase('BAx'))).toBe(1);
    expect(await found(phrase('BAx W=W_0'))).toBe(0);
    expect(await found(wholeWord(tokensOfFormula('W=W_0+BA')))).toBe(1);
    expect(await found(wholeWord(tokensOfFormula('W_0+BA')))).toBe(0);
  });

  it('gives each formula its section and article', async () => {
    const { formulas } = await ask('W_0+BA');
    expect(formulas[0]).toMatchObject({ article: '低秩适配', section: '方法', text: 'W = W₀ + BA' });
  });

  it('ships nothing of Pagefind that no search reads', () => {
    for (const name of [
      'pagefind-ui.js',
      'pagefind-component-ui.js',
      'pagefind-worker.js',
      'wasm.unknown.pagefind',
    ])
      expect(existsSync(path.join(folder, 'articles', name)), name).toBe(false);
    // What searches articles searches formulas too.
    const ofFormulas = readdirSync(path.join(folder, 'formulas'));
    expect(ofFormulas.filter((name) => /\.js$|^wasm\./u.test(name))).toEqual([]);
    const entry = JSON.parse(
      readFileSync(path.join(folder, 'articles', 'pagefind-entry.json'), 'utf8'),
    ) as object;
    expect(entry).toMatchObject({ version: '1.6.0' });
  });

  it.each([
    '',
    ' ',
    '"',
    '""',
    '\\',
    '\\frac{',
    '$$',
    '}{',
    '\u0000\u0007',
    '\ud800',
    '甲'.repeat(10_000),
    'a '.repeat(5_000),
    '\\frac{'.repeat(2_000),
    '((((((((((',
    '+'.repeat(300),
    '<script>',
    '__proto__',
    'constructor',
    '%E4%B8%AD',
    '😀',
    'A\u0301',
  ])('bears %j', async (query) => {
    await expect(ask(query)).resolves.toHaveProperty('total');
  });
});

describe('an index made with words of an earlier build', () => {
  const filesOf = (of: string): Map<string, string> =>
    new Map(
      readdirSync(of, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map(({ parentPath, name }) => path.join(parentPath, name))
        .toSorted()
        .map((file) => [path.relative(of, file), readFileSync(file, 'base64')]),
    );

  it('is the same, byte for byte, looks at no rendition, and takes files of the last site', async () => {
    const { articles, glossary } = await compileFiles(files, new Date('2026-03-01'));
    const build = async (name: string, renditions: RenditionSource, lastName?: string) => {
      const kept = new KeptWords(new DiskCache(path.join(folder, 'words')));
      const into = path.join(folder, name);
      const last = (of: string) => new LastIndex(path.join(folder, 'last.json'), path.join(folder, of));
      const written = await buildSearchIndex(articles, glossary, renditions, into, {
        kept,
        last: lastName === undefined ? undefined : last(lastName).filesFor('pipeline.second'),
      });
      last(name).keep('pipeline.first', into, written);
      kept.save();
      return filesOf(into);
    };
    const unseen: RenditionSource = {
      find: (key) => {
        throw new Error(`${key} was looked at.`);
      },
    };
    const first = await build('first', processRenditions());
    const second = await build('second', unseen, 'first');
    expect(second).toEqual(first);
    for (const [name, content] of first)
      expect(readFileSync(path.join(folder, name), 'base64')).toBe(content);
    const inodes = (of: string): number[] =>
      [...first.keys()]
        .filter((name) => /\.pf_\w+$/u.test(name))
        .map((name) => statSync(path.join(folder, of, name)).ino);
    expect(inodes('first').length).toBeGreaterThan(5);
    expect(inodes('second')).toEqual(inodes('first'));
    expect(await build('third', unseen)).toEqual(first);
    expect(inodes('third').some((inode) => inodes('first').includes(inode))).toBe(false);
  }, 60_000);
});

describe('an index without formulas and glossary', () => {
  it('answers all the same', async () => {
    const { articles, glossary } = await compileFiles({
      'posts/a.md': '---\ntitle: 甲\ndate: 2026-01-01\n---\n正文。',
    });
    const small = mkdtempSync(path.join(folder, 'small-'));
    await buildSearchIndex(articles, glossary, processRenditions(), small);
    const own = openFolder(small);
    expect(await answerQuery({ text: 'x=1' }, own)).toMatchObject({ total: 0, formulas: [] });
    expect(await answerQuery({ text: '正文' }, own)).toMatchObject({ total: 1 });
  });

  it('may be empty', async () => {
    const empty = mkdtempSync(path.join(folder, 'empty-'));
    await buildSearchIndex([], new Map(), processRenditions(), empty);
    expect(existsSync(path.join(empty, 'terms.json'))).toBe(true);
  });
});
