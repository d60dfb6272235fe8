import { describe, expect, it } from 'vitest';
import { fillFigures, fillSlots } from '../../../src/renditions/slot.ts';
import { RenditionStore } from '../../../src/renditions/store.ts';

describe('fillSlots', () => {
  it('puts each rendition where its slot is, in the form that is asked for', async () => {
    const store = new RenditionStore();
    const { key } = store.formula({ tex: 'x^2', display: false, macros: {} });
    const { key: code } = await store.code({ code: 'a < b', language: 'python' });
    const html = `<p>当 <span data-slot="${key}"></span></p><span data-slot="${code}"></span>`;
    expect(fillSlots(html, store, ({ text }) => text)).toBe('<p>当 x²</p>a < b');
    expect(fillSlots(html, store, (rendition) => rendition.html)).toMatch(
      /class="katex".*<figure class="code">/u,
    );
  });

  it('never publishes a hole', () => {
    expect(() => fillSlots('<span data-slot="mNone"></span>', new RenditionStore(), () => '')).toThrow(
      /mNone/u,
    );
  });
});

describe('fillFigures', () => {
  it('puts code and diagrams where their slots are, and leaves formulas to the page', async () => {
    const store = new RenditionStore();
    const { key, code } = await store.code({ code: 'a < b', language: 'python' });
    const drawn = await store.diagram({ kind: 'dot', source: 'digraph { a -> b }', unnamed: ['图：', '、'] });
    const slots = `<span data-slot="mX"></span><span data-slot="${key}"></span>`;
    expect(fillFigures(`${slots}<span data-slot="${drawn.key}"></span>`, store)).toBe(
      `<span data-slot="mX"></span>${code.html}${drawn.diagram.html}`,
    );
    expect(() => fillFigures('<span data-slot="dNone"></span>', store)).toThrow('dNone');
  });
});

describe('RenditionStore', () => {
  it('renders equal formulas once, and keeps apart what macros or display make different', () => {
    const store = new RenditionStore();
    const request = { tex: '\\R', display: false, macros: { '\\R': 'a' } };
    expect(store.formula(request).formula).toBe(store.formula({ ...request }).formula);
    const keys = [
      store.formula(request).key,
      store.formula({ ...request, display: true }).key,
      store.formula({ ...request, macros: { '\\R': 'b' } }).key,
    ];
    expect(new Set(keys).size).toBe(3);
  });
});
