import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { keepFolder, restoreFolder } from '../../../src/loader/kept-folder.ts';
import { nameOfIndex } from '../../../src/search-index/kept-index.ts';
import { compileFiles } from '../../markdown/compile-text.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'downlink-kept-'));
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

const [made, kept, restored] = ['made', 'kept', 'restored'].map((name) => path.join(folder, name)) as [
  string,
  string,
  string,
];

beforeEach(() => {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(path.join(made, 'articles', 'index'), { recursive: true });
  writeFileSync(path.join(made, 'terms.json'), '{}');
  writeFileSync(path.join(made, 'articles', 'index', 'one.pf_index'), Buffer.from([0, 255, 128]));
  keepFolder(made, 'name', kept);
});

describe('an index that was kept', () => {
  it('is put where it is wanted, byte by byte, and nothing else with it', () => {
    expect(restoreFolder(kept, 'name', restored)).toBe(true);
    expect(readFileSync(path.join(restored, 'articles/index/one.pf_index'))).toEqual(
      Buffer.from([0, 255, 128]),
    );
    expect(existsSync(path.join(restored, 'manifest.json'))).toBe(false);
  });

  it('takes the place of the one before', () => {
    rmSync(path.join(made, 'terms.json'));
    keepFolder(made, 'other', kept);
    expect(restoreFolder(kept, 'name', restored)).toBe(false);
    expect(restoreFolder(kept, 'other', restored)).toBe(true);
    expect(existsSync(path.join(kept, 'terms.json'))).toBe(false);
  });

  const index = 'articles/index/one.pf_index';
  it.each([
    [
      'cut off',
      () => {
        truncateSync(path.join(kept, index), 2);
      },
    ],
    [
      'changed',
      () => {
        writeFileSync(path.join(kept, index), Buffer.from([0, 255, 129]));
      },
    ],
    [
      'incomplete',
      () => {
        rmSync(path.join(kept, 'terms.json'));
      },
    ],
    [
      'without its manifest',
      () => {
        rmSync(path.join(kept, 'manifest.json'));
      },
    ],
    [
      'with half a manifest',
      () => {
        truncateSync(path.join(kept, 'manifest.json'), 20);
      },
    ],
  ])('is made again when it is %s', (_state, damage) => {
    damage();
    expect(restoreFolder(kept, 'name', restored)).toBe(false);
    expect(existsSync(restored)).toBe(false);
    keepFolder(made, 'name', kept);
    expect(restoreFolder(kept, 'name', restored)).toBe(true);
  });

  it('is not kept where nothing can be written', () => {
    writeFileSync(path.join(folder, 'file'), '');
    expect(() => {
      keepFolder(made, 'name', path.join(folder, 'file', 'below'));
    }).not.toThrow();
  });
});

describe('the name of an index', () => {
  const files = {
    'posts/a.md':
      '---\ntitle: 甲\ndate: 2026-01-01\ntags: [微调]\nseries: { id: s, order: 1 }\n---\n正文 $W+1$。',
    'series.yaml': 's: { title: 甲系列 }\nt: { title: 乙系列 }\n',
    'glossary.yaml': 'spec:\n  zh: [投机解码]\n  en: [speculative decoding]\n  note: 一句话。\n',
  };
  const nameOf = async (changed: Partial<typeof files>, locale = {}): Promise<string | undefined> => {
    const { articles, glossary } = await compileFiles({ ...files, ...changed });
    return nameOfIndex(articles, glossary, locale);
  };

  it('stays for the same content', async () => {
    expect(await nameOf({})).toMatch(/^[\w-]{12}\.[\w-]{43}$/u);
    expect(await nameOf({})).toBe(await nameOf({}));
  });

  const article = files['posts/a.md'];
  it.each([
    ['text', { 'posts/a.md': article.replace('正文', '本文') }],
    ['formula', { 'posts/a.md': article.replace('W+1', 'W+2') }],
    ['title', { 'posts/a.md': article.replace('甲', '乙') }],
    ['date', { 'posts/a.md': article.replace('2026', '2025') }],
    ['tag', { 'posts/a.md': article.replace('微调', '推理') }],
    ['series', { 'posts/a.md': article.replace('id: s', 'id: t') }],
    ['title of its series', { 'series.yaml': files['series.yaml'].replace('甲系列', '丙系列') }],
    ['glossary', { 'glossary.yaml': files['glossary.yaml'].replace('投机解码', '投机采样') }],
  ])('is another one with another %s', async (_part, changed) => {
    expect(await nameOf(changed)).not.toBe(await nameOf({}));
  });

  it('is another one for another language', async () => {
    expect(await nameOf({}, { language: 'en' })).not.toBe(await nameOf({}));
  });
});
