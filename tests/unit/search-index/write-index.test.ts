import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { close, createIndex } from 'pagefind';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readCbor } from '../../../src/search-index/cbor.ts';
import { unpack } from '../../../src/search-index/pagefind-file.ts';
import { type Page, placesOf, type WordEntry } from '../../../src/search-index/pagefind-pages.ts';
import { knownVersion } from '../../../src/search-index/pagefind-words.ts';
import { cutAtSpaces } from '../../../src/search-index/token-log.ts';
import { type IndexPage, writeIndex } from '../../../src/search-index/write-index.ts';
import type { SearchIndex } from '../../../src/search/search-index.ts';
import { randomFrom } from '../../../src/models/random.ts';
import { openIndex, useFilesForFetch } from './node-index.ts';

/*
 * The same pages once through Pagefind and once through `writeIndex`: the indexes say the same, and
 * answer the same. Where Pagefind changes what it writes, this fails.
 */

useFilesForFetch();
const root = mkdtempSync(path.join(tmpdir(), 'downlink-oracle-'));
afterAll(async () => {
  await close();
  rmSync(root, { recursive: true, force: true });
});

const random = randomFrom(16);
const pick = <Item>(items: readonly Item[]): Item => items[Math.floor(random() * items.length)] as Item;
const odd =
  'LoRA PyTorch loadStateDict training trained Transformers GPT4 3.5 C++ C# naïve Naive Ångström café CAFÉ 3\uFE0F\u20E3 ﬀ İstanbul ß ΣΑΣ MuMu Ω a1b2C3 の 한국어';
const tokens = [
  ...odd.split(' '),
  ...'低秩 秩适 适配 模型 模块 模 训练 练模 的 𠮷野 attention heads head'.split(' '),
];
const someTokens = (count: number): string => Array.from({ length: count }, () => pick(tokens)).join(' ');

const pages: IndexPage[] = Array.from({ length: 60 }, (_, number) => ({
  text: [
    { text: someTokens(1 + Math.floor(random() * 200)) },
    { text: someTokens(2), weight: 144 },
    { text: someTokens(20), weight: 7 },
    { text: 'end' },
  ],
  ...(number % 4 === 0 ? {} : { names: someTokens(3) }),
  filters: [
    ['tag', pick(['微调', '推理', 'R&D'])],
    ...(number % 3 === 0 ? ([['series', 'peft']] as const) : []),
  ],
  sort: { date: `2026-${String(1 + (number % 12)).padStart(2, '0')}-01` },
  record: { url: `/posts/${String(number)}/` },
}));

/** The page as Pagefind takes it: weights in its own units. */
function htmlOf({ text, names = '', filters = [], sort = {} }: IndexPage): string {
  const escaped = (value: string): string => value.replace(/&/gu, '&amp;');
  const meta = (kind: string, value: string): string =>
    `<meta data-pagefind-${kind}[content]" content="${escaped(value)}">`;
  const head = [
    ...(names === '' ? [] : [meta('meta="k', names)]),
    ...filters.map(([name, value]) => meta(`filter="${name}`, value)),
    ...Object.entries(sort).map(([name, value]) => meta(`sort="${name}`, value)),
  ];
  const weights = new Map([
    [144, '6'],
    [7, '0.3'],
  ]);
  const body = text.map(({ text: own, weight }) => {
    const factor = weight === undefined ? undefined : weights.get(weight);
    return factor === undefined ? `${own} ` : `<span data-pagefind-weight="${factor}">${own}</span> `;
  });
  return `<html lang="en"><head>${head.join('')}</head><body data-pagefind-body>${body.join('')}</body></html>`;
}

async function writeWithPagefind(folder: string): Promise<void> {
  const { index } = await createIndex({ forceLanguage: 'en' });
  for (const page of pages) await index?.addHTMLFile({ url: page.record.url, content: htmlOf(page) });
  await index?.writeFiles({ outputPath: folder });
}

const contentsOf = (folder: string, kind: string, ending: string): readonly unknown[][] =>
  readdirSync(path.join(folder, kind))
    .filter((name) => name.endsWith(ending))
    .map((name) => readCbor(unpack(readFileSync(path.join(folder, kind, name)))) as unknown[]);

/** Words with all their places, from the chunks of an index. */
function wordsIn(folder: string): Map<string, unknown> {
  const entries = contentsOf(folder, 'index', '.pf_index').flatMap(([words]) => words as WordEntry[]);
  const pagesOf = (ofWord: readonly Page[]): unknown[] =>
    ofWord.map((page) => ({ step: page[0], places: placesOf(page), names: page[2] }));
  return new Map(
    entries.map(([word, ofWord, forms]) => [
      word,
      {
        pages: pagesOf(ofWord),
        forms: forms
          .map(([form, ofForm]) => ({ form, pages: pagesOf(ofForm) }))
          .toSorted((a, b) => (a.form < b.form ? -1 : 1)),
      },
    ]),
  );
}

const [oracle, own, formulas] = ['oracle', 'own', 'formulas'].map((name) => path.join(root, name)) as [
  string,
  string,
  string,
];
let indexes: { oracle: SearchIndex; own: SearchIndex };
beforeAll(async () => {
  await writeWithPagefind(oracle);
  await writeIndex(pages, cutAtSpaces, 'en', own);
  const options = { ranking: { metaWeights: { k: 5 } } };
  indexes = { oracle: await openIndex(oracle, options), own: await openIndex(own, options) };
}, 60_000);

async function answer(index: SearchIndex, terms: string, options?: object) {
  const { results, filters } = await index.search(terms, options);
  const hits = await Promise.all(
    results.map(async (hit) => ({ score: hit.score, url: (await hit.data<{ url: string }>()).url })),
  );
  return { filters, hits: hits.toSorted((a, b) => b.score - a.score || (a.url < b.url ? -1 : 1)) };
}

describe('an index beside the one that Pagefind writes', () => {
  it('has the same words at the same places', () => {
    const [ours, theirs] = [wordsIn(own), wordsIn(oracle)];
    expect(theirs.size).toBeGreaterThan(tokens.length);
    expect([...ours.keys()].toSorted()).toEqual([...theirs.keys()].toSorted());
    for (const [word, places] of theirs) expect(ours.get(word), word).toEqual(places);
  });

  it('has the same filters, orders and lengths', () => {
    const filters = (folder: string): unknown[] => contentsOf(folder, 'filter', '.pf_filter').toSorted();
    expect(filters(own)).toEqual(filters(oracle));
    const overview = (folder: string) => {
      const [version, ofPages, , ofFilters, sorts, fields] = contentsOf(folder, '', '.pf_meta')[0] as [
        ...[version: string, pages: [string, number, string][], chunks: unknown],
        ...[filters: [string, string][], sorts: unknown, fields: unknown],
      ];
      return {
        ...{ version, sorts, fields },
        lengths: ofPages.map(([, length, group]) => [length, group]),
        filters: ofFilters.map(([name]) => name),
      };
    };
    expect(overview(own)).toEqual(overview(oracle));
    expect(overview(own).version).toBe(knownVersion);
  });

  it.each([
    ...[
      'lora',
      'LoRA',
      'training',
      'naive',
      'naïve',
      '模',
      '模型 训练',
      '低秩 秩适 适配',
      'head',
      'gpt',
      '𠮷野',
      'end',
    ],
    ...['"低秩 秩适"', '"训练 练模"', '"naive café"', '"end"', 'loadStateDict 的', '35', 'c', 'nowhere'],
  ])('answers %s alike, score by score', async (terms) => {
    const expected = await answer(indexes.oracle, terms);
    expect(await answer(indexes.own, terms)).toEqual(expected);
    if (terms !== 'nowhere') expect(expected.hits).not.toEqual([]);
  });

  it('narrows down and sorts alike', async () => {
    const options = { filters: { tag: ['R&D'], series: ['peft'] }, sort: { date: 'desc' } };
    const expected = await answer(indexes.oracle, 'head', options);
    expect(expected.hits.length).toBeGreaterThan(1);
    expect(await answer(indexes.own, 'head', options)).toEqual(expected);
  });
});

describe('writeIndex', () => {
  it('writes the same bytes for the same pages', async () => {
    const again = path.join(root, 'again');
    await writeIndex(pages, cutAtSpaces, 'en', again);
    const all = (folder: string) =>
      readdirSync(folder, { recursive: true, encoding: 'utf8' })
        .filter((name) => /\.\w+$/u.test(name))
        .toSorted()
        .map((name) => [name, readFileSync(path.join(folder, name)).toString('base64')]);
    expect(all(again)).toEqual(all(own));
  });

  it('finds all words of a beginning, whichever chunks they are in', async () => {
    const many = (token: string): IndexPage['text'] => [{ text: `${token} `.repeat(8000) }];
    const folder = path.join(root, 'chunks');
    const words = ['校准', '模块', '模型', '模拟'];
    await writeIndex(
      words.map((word) => ({ text: many(word), record: { url: `/${word}/` } })),
      cutAtSpaces,
      'en',
      folder,
    );
    expect(readdirSync(path.join(folder, 'index')).length).toBeGreaterThan(2);
    const { results } = await (await openIndex(folder)).search('模');
    expect(results).toHaveLength(3);
  });

  it('leaves words as they are in a language that is none', async () => {
    const text = [{ text: 'training | qz' }];
    await writeIndex([{ text, record: { url: '/a/' } }], cutAtSpaces, 'unknown', formulas);
    expect([...wordsIn(formulas).keys()].toSorted()).toEqual(['qz', 'training']);
  });
});
