import type { RootContent } from 'hast';
import { fromHtmlIsomorphic } from 'hast-util-from-html-isomorphic';
import { toHtml } from 'hast-util-to-html';
import { describe, expect, it } from 'vitest';
import { mathmlOf } from '../../../src/renditions/formula-mathml.ts';
import { renderFormula } from '../../../src/renditions/formula.ts';
import { RenditionStore } from '../../../src/renditions/store.ts';
import { symbolId, symbolText, usedSymbols } from '../../../src/renditions/tex-symbols.ts';
import { articleFormulas, generatedFormulas } from './formula-samples.ts';

const symbols = 'a b x y k n p d i t W A B W_0 \\alpha \\theta \\beta \\infty \\hat{x} \\mathbf{x} x^2'
  .split(' ')
  .map((tex) => ({ id: symbolId(symbolText(tex, {}) ?? ''), tex }));

/** What is seen of KaTeX's HTML: without marks, and without groups of one, which take no space. */
function seen(nodes: readonly RootContent[]): RootContent[] {
  return nodes.flatMap((node): RootContent[] => {
    if (node.type !== 'element') return [node];
    const children = seen(node.children) as typeof node.children;
    const { className, dataSymbol } = node.properties;
    const isGroup = Array.isArray(className) && /^mord(?: mtight)?$/u.test(className.join(' '));
    const isEmpty = isGroup && children.length === 1 && children[0]?.type === 'element';
    return dataSymbol !== undefined || isEmpty ? children : [{ ...node, children }];
  });
}

/** KaTeX joins neighbours of one class, where no mark stands between them. */
const joined = (html: string): string => {
  const next = html.replace(
    /<span class="([\w -]+)">([^<>]+)<\/span><span class="\1((?: s[\da-f]{10})?)">([^<>]+)<\/span>/gu,
    '<span class="$1$3">$2$4</span>',
  );
  return next === html ? html : joined(next);
};

const seenOf = (html: string): string => {
  const tree = fromHtmlIsomorphic(html, { fragment: true });
  const next = joined(toHtml({ type: 'root', children: seen(tree.children) }));
  return next === html ? html : seenOf(next);
};

describe('marked formulas', () => {
  it('look as they would without marks, and say the same', { timeout: 60_000 }, () => {
    let count = 0;
    for (const { tex, display } of [...articleFormulas(), ...generatedFormulas(400)]) {
      const used = usedSymbols(tex, {}, symbols);
      // These name their classes on another element; it looks the same.
      if (
        used.length === 0 ||
        /\\(?:tiny|[a-z]*(?:size|style)|small|[lL]arge|LARGE|[hH]uge|overset|underset|stackrel)/u.test(tex)
      )
        continue;
      const plain = renderFormula({ tex, display, macros: {} });
      if (plain.problems.length > 0) continue;
      const marked = renderFormula({ tex, display, macros: {}, symbols: used });
      count += marked.html.includes('data-symbol') ? 1 : 0;
      expect(seenOf(marked.html) === seenOf(plain.html), tex).toBe(true);
      const { text, problems } = plain;
      expect(marked).toMatchObject({ tex, text, problems });
      expect(mathmlOf(marked)).toBe(mathmlOf(plain));
    }
    expect(count).toBeGreaterThan(300);
  });

  it('let authors mark nothing by themselves', () => {
    const tex = '\\htmlData{symbol=x}{W}B';
    const plain = renderFormula({ tex, display: false, macros: {} });
    const marked = renderFormula({ tex, display: false, macros: {}, symbols: [{ id: 'B', tex: 'B' }] });
    expect(plain.html).not.toContain('data-symbol');
    expect(marked.html.match(/data-symbol="[^"]*"/gu)).toEqual(['data-symbol="B"']);
    expect(marked.problems).toEqual(plain.problems);
  });

  it('leave no trace of the way they are made', () => {
    const { html } = renderFormula({
      tex: 'W=2',
      display: false,
      macros: {},
      symbols: [{ id: 'W', tex: 'W' }],
    });
    expect(html).not.toMatch(/enclosing|data-m|htmlData/u);
    // The space before the next sign is not a part of the symbol.
    expect(html).toMatch(
      /<span data-symbol="W"><span class="mord[^"]*">W<\/span><\/span><span class="mspace/u,
    );
  });

  it('have a rendition of their own, and share the other where no symbol is used', () => {
    const store = new RenditionStore();
    const request = { tex: 'x', display: false, macros: {} };
    const { key } = store.formula(request);
    expect(store.formula({ ...request, symbols: [] }).key).toBe(key);
    expect(store.formula({ ...request, symbols: [{ id: 'x', tex: 'x' }] }).key).not.toBe(key);
  });
});
