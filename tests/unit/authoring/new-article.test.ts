import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type NewArticle, slugOfTitle, writeNewArticle } from '../../../src/authoring/new-article.ts';
import { compileFiles } from '../../markdown/compile-text.ts';

let contentFolder: string;
beforeEach(() => {
  contentFolder = mkdtempSync(path.join(tmpdir(), 'downlink-new-'));
});
afterEach(() => {
  rmSync(contentFolder, { recursive: true });
});

const write = (article: Partial<NewArticle> & { title: string }): Promise<string> =>
  writeNewArticle(
    { isMdx: false, date: new Date(2026, 10, 28, 23), ...article },
    { contentFolder, locales: ['zh', 'en'] },
  );

const put = (name: string, text: string): void => {
  mkdirSync(path.dirname(path.join(contentFolder, name)), { recursive: true });
  writeFileSync(path.join(contentFolder, name), text);
};

describe('slugs of titles', () => {
  it.each([
    ['LoRA：低秩适配', 'lora-di-zhi-shi-pei'],
    ['投机解码（Speculative Decoding）', 'tou-ji-jie-ma-speculative-decoding'],
    ['权重与旅行', 'quan-zhong-yu-lv-xing'],
    ['！！！', ''],
    ['字'.repeat(40), Array.from({ length: 20 }, () => 'zi').join('-')],
  ])('%s → %s', (title, slug) => {
    expect(slugOfTitle(title)).toBe(slug);
  });
});

describe('a new article', () => {
  it('is a draft with the keys of the contract, and compiles without a word', async () => {
    const file = await write({ title: '一："二"' });
    expect(path.relative(contentFolder, file)).toBe('posts/yi-er/zh.md');
    const text = readFileSync(file, 'utf8');
    expect(text).toBe(
      '---\ntitle: "一：\\"二\\""\ndate: 2026-11-28\ndescription:\ntags: []\ndraft: true\n---\n\n正文从这里开始。\n',
    );
    const { diagnostics } = await compileFiles({ 'posts/yi-er/zh.md': text });
    expect(diagnostics).toEqual([]);
  });

  it('may have another address, language and kind', async () => {
    const file = await write({ title: '甲', slug: 'My Notes', locale: 'en', isMdx: true });
    expect(path.relative(contentFolder, file)).toBe('posts/my-notes/en.mdx');
    expect(readFileSync(file, 'utf8')).toContain('The text begins here.');
  });

  it('may lie in folders, and not out of them', async () => {
    const file = await write({ title: '甲', slug: '/Notes/../My LoRA/' });
    expect(path.relative(contentFolder, file)).toBe('posts/notes/my-lora/zh.md');
    put('posts/notes/adam.md', '一');
    await expect(write({ title: '乙', slug: 'notes/adam' })).rejects.toThrow('is there already');
  });

  it('lies in a bare folder as the others do', async () => {
    put('notes.md', '一');
    expect(path.relative(contentFolder, await write({ title: '甲' }))).toBe('jia/zh.md');
  });

  it('comes last in its series', async () => {
    put('series.yaml', 'decoding: { title: 解码 }\n');
    put('posts/a.md', '---\ntitle: 甲\ndate: 2026-01-01\nseries: { id: decoding, order: 4 }\n---\n一');
    const text = readFileSync(await write({ title: '乙', series: 'decoding' }), 'utf8');
    expect(text).toContain('series: { id: "decoding", order: 5 }');
    await expect(write({ title: '丙', series: 'decodign' })).rejects.toThrow('did you mean `decoding`?');
  });

  it.each(['posts/jia/zh.md', 'posts/jia/zh.mdx', 'posts/jia/index.md', 'posts/jia.md'])(
    'is never written over %s',
    async (name) => {
      put(name, '旧');
      await expect(write({ title: '甲' })).rejects.toThrow('is there already');
      expect(readFileSync(path.join(contentFolder, name), 'utf8')).toBe('旧');
    },
  );

  it.each([
    [{ title: ' ' }, 'needs a title'],
    [{ title: '！！' }, '--slug'],
    [{ title: '甲', locale: 'fr' }, 'it has zh, en'],
  ])('%j is refused', async (article, message) => {
    await expect(write(article)).rejects.toThrow(message);
  });
});
