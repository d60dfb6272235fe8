import type { Root } from 'hast';
import { fromHtmlIsomorphic } from 'hast-util-from-html-isomorphic';
import { toHtml } from 'hast-util-to-html';
import rehypeKatex from 'rehype-katex';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';
import { beforeAll, describe, expect, it } from 'vitest';
import { mathmlOf } from '../../../src/renditions/formula-mathml.ts';
import {
  inlineStylesToClasses,
  styleClass,
  type StyleClasses,
  styleSheet,
} from '../../../src/renditions/inline-style-classes.ts';
import { fillPage, slotProperties } from '../../../src/renditions/slot.ts';
import { RenditionStore } from '../../../src/renditions/store.ts';
import { articleFormulas, generatedFormulas, type Sample } from './formula-samples.ts';

const parse = (html: string): Root => fromHtmlIsomorphic(html, { fragment: true });

/** What rehype-katex makes of a formula by itself. */
function plainHtml({ tex, display }: Sample): string {
  const code = {
    type: 'element' as const,
    tagName: 'code',
    properties: { className: ['language-math', display ? 'math-display' : 'math-inline'] },
    children: [{ type: 'text' as const, value: tex }],
  };
  const processor = unified().use(rehypeKatex, { strict: 'ignore' });
  const pre = { type: 'element' as const, tagName: 'pre', properties: {}, children: [code] };
  return toHtml(processor.runSync({ type: 'root', children: [display ? pre : code] }) as Root);
}

/** The tree with its generated classes put back into styles. */
function withStyles(html: string, styles: StyleClasses): Root {
  const tree = parse(html);
  visit(tree, 'element', ({ properties }) => {
    const names = Array.isArray(properties.className) ? properties.className.map(String) : [];
    const generated = names.find((name) => Object.hasOwn(styles, name));
    if (generated === undefined) return;
    const others = names.filter((name) => name !== generated);
    Reflect.deleteProperty(properties, 'className');
    if (others.length > 0) properties.className = others;
    properties.style = styles[generated];
  });
  return tree;
}

/** One order of attributes, so that only their values count. */
function sorted(tree: Root): string {
  visit(tree, 'element', (element) => {
    element.properties = Object.fromEntries(Object.entries(element.properties).toSorted());
  });
  return toHtml(tree);
}

describe('the HTML of formulas', () => {
  const samples = [...articleFormulas(), ...generatedFormulas(1_700)];
  const store = new RenditionStore();
  let rendered: (ReturnType<typeof store.formula> & { sample: Sample })[] = [];

  beforeAll(() => {
    rendered = samples.map((sample) => ({ sample, ...store.formula({ ...sample, macros: {} }) }));
  }, 300_000);

  it('is that of rehype-katex once its classes are styles again', () => {
    expect(new Set(samples.map(({ tex, display }) => `${String(display)} ${tex}`)).size).toBeGreaterThan(
      2_000,
    );
    const different = rendered.filter(({ sample, formula }) => {
      const expected = sorted(parse(plainHtml(sample)));
      return sorted(withStyles(formula.html, formula.styles)) !== expected;
    });
    expect(different.map(({ sample }) => sample)).toEqual([]);
    const failed = rendered.filter(({ formula }) => formula.html.includes('katex-error'));
    expect(failed.map(({ sample }) => sample)).toEqual([]);
  }, 300_000);

  it('has no inline style, on a page neither, and every class that took its place has one rule', () => {
    const slots = rendered.map(({ key }) => `<span data-slot="${slotProperties(key).dataSlot}"></span>`);
    const page = fillPage(`<html><head><title>x</title></head><body>${slots.join('')}</body></html>`, store);
    expect(page).not.toMatch(/\sstyle\s*=/u);
    expect(page).not.toContain('data-slot');
    expect(page.match(/<style>/gu)).toHaveLength(1);
    const rules = [...page.matchAll(/\.(s[\da-f]{10}):not\(#_\)\{[^{}]+\}/gu)].map(([, name = '']) => name);
    const used = [...page.matchAll(/class="([^"]*)"/gu)]
      .flatMap(([, names = '']) => names.split(' '))
      .filter((name) => /^s[\da-f]{10}$/u.test(name));
    expect(rules).toEqual([...new Set(used)].toSorted());
    const mathml = rendered.map(({ formula }) => mathmlOf(formula)).join('');
    expect(mathml).not.toMatch(/\sstyle\s*=/u);
  });

  it('keeps the TeX in the MathML of a page, for copying, and out of that of a feed', () => {
    for (const { sample, formula } of rendered.slice(0, 200)) {
      const annotation = /<annotation encoding="application\/x-tex">([^<]*)<\/annotation>/u;
      const [, tex = ''] = annotation.exec(formula.html) ?? [];
      const [text] = parse(tex).children;
      expect(text?.type === 'text' ? text.value : '').toBe(sample.tex);
      expect(mathmlOf(formula)).not.toContain('annotation');
    }
  });
});

describe('inlineStylesToClasses', () => {
  const convert = (html: string) => {
    const tree = parse(html);
    const styles = inlineStylesToClasses(tree);
    return { html: toHtml(tree), styles };
  };

  it('gives equal styles one class, beside the classes that are there', () => {
    const name = styleClass('height:1em;');
    expect(
      convert('<b class="a" style="height:1em;"></b><i style="height:1em;"></i><u style=" "></u>'),
    ).toEqual({
      html: `<b class="a ${name}"></b><i class="${name}"></i><u></u>`,
      styles: { [name]: 'height:1em;' },
    });
  });

  it('converts what an error and a colour bring along', () => {
    const store = new RenditionStore();
    for (const tex of ['\\foo', '\\color{red}x', '\\textcolor{#1a2b3c}{x}', '\\rule{1em}{2em}']) {
      const { formula } = store.formula({ tex, display: false, macros: {} });
      expect(formula.html).not.toContain('style=');
      expect(Object.keys(formula.styles).length).toBeGreaterThan(0);
    }
    const { key } = store.formula({ tex: '\\color{red}x', display: false, macros: {} });
    expect(store.cssOf([key])).toContain('{color:red}');
  });
});

describe('styleSheet', () => {
  it('has its rules in the order of their names, whatever the order of the formulas', () => {
    const one = { sb: 'color:red;', sa: 'height:1em;width:2em' };
    expect(styleSheet(one)).toBe('.sa:not(#_){height:1em;width:2em}.sb:not(#_){color:red}');
    expect(styleSheet({})).toBe('');
    const store = new RenditionStore();
    const keys = ['\\frac{a}{b}', 'x^2', '\\color{red}y'].map(
      (tex) => store.formula({ tex, display: true, macros: {} }).key,
    );
    expect(store.cssOf(keys)).toBe(store.cssOf([...keys, ...keys].toReversed()));
  });
});
