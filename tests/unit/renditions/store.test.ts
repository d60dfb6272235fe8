import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { DiskCache } from '../../../src/renditions/disk-cache.ts';
import { fillPage } from '../../../src/renditions/slot.ts';
import { RenditionStore } from '../../../src/renditions/store.ts';
import { generatedFormulas } from './formula-samples.ts';

let folder = '';

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'downlink-store-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

const openStore = (): RenditionStore => new RenditionStore(new DiskCache(folder));

describe('a store with a cache', () => {
  it('finds formulas and code of an earlier run, just as they were', async () => {
    const requests = [
      ...generatedFormulas(66).map((sample) => ({ ...sample, macros: {} })),
      { tex: '\\R^n', display: false, macros: { '\\R': '\\mathbb{R}' } },
      { tex: 'a + \\foo', display: false, macros: {} },
      { tex: '100% x', display: false, macros: {} },
      { tex: 'x^{2', display: true, macros: {} },
    ];
    const block = { code: 'def f(x):\n    return "甲"', language: 'python', title: 'a.py' };
    const first = openStore();
    const rendered = requests.map((request) => first.formula(request));
    const highlighted = await first.code(block);
    first.save();

    const files = readdirSync(folder);
    const second = openStore();
    expect(requests.map((request) => second.formula(request))).toEqual(rendered);
    expect(await second.code(block)).toEqual(highlighted);
    second.save();
    expect(readdirSync(folder)).toEqual(files);
    const slot = `<span data-slot="${rendered[0]?.key ?? ''}"></span>`;
    expect(fillPage(slot, second)).toBe(fillPage(slot, first));
  });

  it('takes a cached formula for what it is and renders none again', () => {
    const request = { tex: 'x', display: false, macros: {} };
    const first = openStore();
    first.formula(request);
    first.save();
    const [name = ''] = readdirSync(folder);
    const shard = readFileSync(path.join(folder, name), 'utf8');
    const [key = '', value = ''] = /^(m\S+) \d+ \S+ (.*)$/mu.exec(shard)?.slice(1) ?? [];
    const forged = new DiskCache(folder);
    forged.set(key, value.replace('"text":"x"', '"text":"from the cache"'));
    forged.save();
    rmSync(path.join(folder, name));
    expect(openStore().formula(request).formula.text).toBe('from the cache');
  });

  it('finds by its key what an earlier run has rendered, also when the cache goes away', async () => {
    const first = openStore();
    const { key, formula } = first.formula({ tex: 'x', display: false, macros: {} });
    const { key: block, code } = await first.code({ code: 'x', language: 'text' });
    first.save();
    expect(openStore().find(key)).toEqual(formula);
    const second = openStore();
    expect(second.hold([key, block])).toBe(true);
    expect(second.hold([key, 'mAAAAAAAAAAAAAAAA'])).toBe(false);
    expect(second.hold(['constructor'])).toBe(false);
    second.save();
    rmSync(folder, { recursive: true });
    expect([second.find(key), second.find(block)]).toEqual([formula, code]);
    expect(openStore().hold([key])).toBe(false);
  });

  it('gives a rendition away to another thread, and takes one from there', () => {
    const [here, there] = [new RenditionStore(), openStore()];
    const { key, formula } = here.formula({ tex: 'x', display: false, macros: {} });
    there.adopt(key, here.take(key) ?? new Uint8Array());
    expect(there.find(key)).toEqual(formula);
    expect(here.take(key)).toBeUndefined();
    there.save();
    expect(openStore().find(key)).toEqual(formula);
  });

  it('renders again what another version of the renderer has written', () => {
    const request = { tex: 'x', display: false, macros: {} };
    const first = openStore();
    const { formula } = first.formula(request);
    first.save();
    const [name = ''] = readdirSync(folder);
    const [key = ''] = /^m\S+/mu.exec(readFileSync(path.join(folder, name), 'utf8')) ?? [];
    rmSync(path.join(folder, name));
    const other = new DiskCache(folder);
    other.set(key.replace(/\.[^.]+$/u, '.another-one'), '{"text":"old"}');
    other.save();
    expect(openStore().formula(request).formula).toEqual(formula);
  });

  it('renders everything where the cache is garbage', () => {
    writeFileSync(path.join(folder, 'a.shard'), Buffer.alloc(5_000, 0xff));
    expect(openStore().formula({ tex: 'x', display: false, macros: {} }).formula.text).toBe('x');
  });
});

describe('keys', () => {
  const keyOf = (tex: string, macros: Record<string, string>): string =>
    new RenditionStore().formula({ tex, display: false, macros }).key;

  it('depend on the macros that a formula uses, and on no other', () => {
    const macros = { '\\vect': '\\mathbf{#1}', '\\other': 'y', '\\both': '\\vect{x}' };
    expect(keyOf('x', macros)).toBe(keyOf('x', {}));
    expect(keyOf('\\vect{x}', macros)).toBe(keyOf('\\vect{x}', { '\\vect': '\\mathbf{#1}' }));
    expect(keyOf('\\vect{x}', macros)).not.toBe(keyOf('\\vect{x}', { ...macros, '\\vect': '\\mathrm{#1}' }));
    expect(keyOf('\\both', macros)).not.toBe(keyOf('\\both', { ...macros, '\\vect': '\\mathrm{#1}' }));
  });

  it('are the same at every run', () => {
    expect(keyOf('x', {})).toMatch(/^m[\w-]{16}$/u);
    expect(keyOf('\\a\\b', { '\\a': '1', '\\b': '2' })).toBe(keyOf('\\a\\b', { '\\b': '2', '\\a': '1' }));
  });
});

describe('fillPage', () => {
  it('puts the rules of just these formulas into the head, once', () => {
    const store = new RenditionStore();
    const { key } = store.formula({ tex: '\\frac{a}{b}', display: false, macros: {} });
    store.formula({ tex: '\\color{red}x', display: false, macros: {} });
    const slot = `<span data-slot="${key}"></span>`;
    const page = fillPage(`<html><head><title>x</title></head><body>${slot}${slot}</body></html>`, store);
    expect(page).toContain(`<title>x</title><style>${store.cssOf([key])}</style></head>`);
    expect(page.match(/<style>/gu)).toHaveLength(1);
    expect(page).not.toContain('color:red');
  });

  it('leaves a page without formulas as it is', async () => {
    const store = new RenditionStore();
    const { key, code } = await store.code({ code: 'x', language: 'text' });
    expect(fillPage('<html><head></head><body>y</body></html>', store)).toBe(
      '<html><head></head><body>y</body></html>',
    );
    expect(fillPage(`<head></head><span data-slot="${key}"></span>`, store)).toBe(
      `<head></head>${code.html}`,
    );
  });
});
