import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { builtSite, checkLocale, ExportError, findArticle } from '../../../src/exports/built-articles.ts';
import { findBook } from '../../../src/exports/find-book.ts';
import { writeWhole } from '../../../src/exports/write-whole.ts';
import { jsonLd } from '../../../src/metadata/json-ld.ts';

let out = '';
const site = () => ({ out, locales: ['zh', 'en'], base: '/' });

function add(folder: string, facts?: Record<string, unknown>): void {
  mkdirSync(path.join(out, folder), { recursive: true });
  const data = facts ? `<script type="application/ld+json">${jsonLd(facts)}</script>` : '';
  writeFileSync(path.join(out, folder, 'index.html'), `<html><head>${data}</head></html>`);
}

const article = (title: string) => ({
  '@type': 'BlogPosting',
  headline: title,
  description: 'x < y',
  url: 'https://example.org/posts/a/',
  inLanguage: 'zh-CN',
  datePublished: '2026-11-20T00:00:00.000Z',
  dateModified: '2026-11-28T00:00:00.000Z',
  author: { name: 'Ada' },
});

beforeAll(() => {
  out = mkdtempSync(path.join(tmpdir(), 'downlink-exports-'));
  add('.');
  add('posts/lora', article('LoRA'));
  add('en/posts/lora');
  add('en/posts/gcn', article('GCN'));
  add('posts/gcn');
  add('docs/math', { ...article('数学'), '@type': 'TechArticle' });
});
afterAll(() => {
  rmSync(out, { recursive: true, force: true });
});

describe('an article of a built site', () => {
  it('is read with what its page says of it', () => {
    expect(findArticle(site(), 'lora')).toMatchObject({
      name: 'lora',
      locale: 'zh',
      title: 'LoRA',
      description: 'x < y',
      authors: ['Ada'],
      tags: [],
      updated: new Date('2026-11-28'),
    });
    expect(findArticle(site(), '/posts/lora/').name).toBe('lora');
    expect(findArticle(site(), 'docs/math')).toMatchObject({ name: 'docs/math', title: '数学' });
  });

  it('is found in the first locale that it is written in', () => {
    expect(findArticle(site(), 'gcn').locale).toBe('en');
  });

  it.each([
    ['lroa', undefined, 'There is no article `lroa`; did you mean `lora`?'],
    ['unlike', undefined, 'There is no article `unlike`; there is gcn, lora, docs/math'],
    ['lora', 'en', '`lora` is not written in en: --locale zh'],
    ['../posts/lora', undefined, 'There is no article `../posts/lora`; there is gcn, lora, docs/math'],
  ])('is asked for by its name: %s in %s', (name, locale, said) => {
    expect(() => findArticle(site(), name, locale)).toThrow(new ExportError(said));
  });

  it('needs a locale that there is', () => {
    expect(() => {
      checkLocale(site(), 'em');
    }).toThrow('There is no locale `em`; did you mean `en`?');
    expect(() => {
      checkLocale(site(), 'en');
    }).not.toThrow();
  });

  it('needs a site', () => {
    expect(() => builtSite(path.join(out, 'posts'), ['zh'])).toThrow(
      'No site has been built yet: npm run build',
    );
    writeFileSync(path.join(out, '_headers'), '/base/*\n  x-a: b\n');
    expect(builtSite(out, ['zh'])).toEqual({ out, locales: ['zh'], base: '/base/' });
  });
});

describe('a book', () => {
  const part = (title: string, order: number) => ({
    ...article(title),
    url: `https://example.org/posts/${title}/`,
    isPartOf: [
      { '@type': 'WebSite', name: 'S' },
      { '@type': 'CreativeWorkSeries', name: '系列', url: 'https://example.org/series/%E7%B3%BB-one/' },
    ],
    position: order,
  });

  beforeAll(() => {
    add('posts/second', part('second', 2));
    add('posts/first', part('first', 1));
    mkdirSync(path.join(out, 'series/系-one'), { recursive: true });
    writeFileSync(
      path.join(out, 'series/系-one/index.html'),
      '<meta name="description" content="A &lt; B &amp;lt; &quot;C&quot;">',
    );
  });

  it('has the articles of a series in their order', () => {
    const { articles, ...book } = findBook(site(), '系 One');
    expect(articles.map(({ title }) => title)).toEqual(['first', 'second']);
    expect(book).toMatchObject({
      name: '系-one',
      title: '系列',
      description: 'A < B &lt; "C"',
      url: 'https://example.org/series/%E7%B3%BB-one/',
      language: 'zh-CN',
      locale: 'zh',
    });
  });

  it('may be a single article', () => {
    expect(findBook(site(), 'posts/lora')).toMatchObject({ name: 'lora', title: 'LoRA', locale: 'zh' });
    expect(findBook(site(), 'docs/math').name).toBe('docs-math');
  });

  it.each([
    ['系-on', undefined, 'There is no series and no article `系-on`; did you mean `系-one`?'],
    ['lora', 'en', '`lora` is not written in en: --locale zh'],
  ])('is asked for by its name: %s in %s', (name, locale, said) => {
    expect(() => findBook(site(), name, locale)).toThrow(new ExportError(said));
  });
});

describe('writing a file', () => {
  it('exchanges the one before, and makes its folder', () => {
    const file = path.join(out, 'new', 'a.pdf');
    writeWhole(file, Buffer.from('1'));
    writeWhole(file, Buffer.from('2'));
    expect(readFileSync(file, 'utf8')).toBe('2');
    expect(readdirSync(path.dirname(file))).toEqual(['a.pdf']);
  });

  it('leaves nothing behind where it cannot', () => {
    const folder = path.join(out, 'taken');
    mkdirSync(path.join(folder, 'a.pdf', 'inside'), { recursive: true });
    expect(() => {
      writeWhole(path.join(folder, 'a.pdf'), Buffer.from('1'));
    }).toThrow(/EISDIR|ENOTEMPTY|EEXIST|EPERM/u);
    expect(readdirSync(folder)).toEqual(['a.pdf']);
  });
});
