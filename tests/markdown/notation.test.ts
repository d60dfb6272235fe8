import { describe, expect, it } from 'vitest';
import { processRenditions } from '../../src/renditions/shared.ts';
import { fillPage } from '../../src/renditions/slot.ts';
import { compileFiles, compileText } from './compile-text.ts';

/** An article that lists these symbols, one a line. */
const listing = (symbols: readonly string[], body: string, more = ''): string =>
  `---\ntitle: 甲\ndate: 2026-01-01\n${more}notation:\n${symbols.map((line) => `  ${line}\n`).join('')}---\n${body}`;

const marksOf = (html: string): string[] =>
  [...html.matchAll(/data-symbol="([^"]*)"/gu)].map(([, id = '']) => id);

describe('what a card says', () => {
  it('is kept as readable text for each symbol that is used', async () => {
    const { article, html, diagnostics } = await compileText(
      listing(
        ['W_0: { zh: 冻结的**权重** $\\alpha/r$, en: frozen, shape: $d\\times k$ }', 'B: { en: factor }'],
        '$W_0 + B$ 与 $x$',
      ),
    );
    expect(diagnostics).toEqual([]);
    expect(article?.data.notation).toEqual([
      {
        id: 'W_0',
        slot: expect.any(String) as string,
        text: 'W₀',
        meaning: '冻结的权重 α/r',
        shape: 'd × k',
      },
      { id: 'B', slot: expect.any(String) as string, text: 'B', meaning: 'factor' },
    ]);
    // Without `:::notation` the article itself says nothing of it, to readers or to search.
    expect(html).not.toContain('冻结');
    expect(JSON.stringify([article?.sections, article?.data.excerpt])).not.toContain('冻结');
    const { slot = '' } = article?.data.notation[0] ?? {};
    const symbol = processRenditions().find(slot);
    expect(symbol).toMatchObject({ kind: 'formula', tex: 'W_0' });
    expect(symbol?.html).not.toContain('data-symbol');
  });

  it('leads to the row of the table where there is one', async () => {
    const { article, html } = await compileText(listing(['W_0: { zh: 权重 }'], '$W_0$\n\n:::notation\n:::'));
    const { row = '' } = article?.data.notation[0] ?? {};
    expect(html).toContain(`<tr id="${row}">`);
    expect(html).not.toContain('形状');
  });

  it('comes from the article’s own language first', async () => {
    const locales = [{ id: 'en', tag: 'en' }];
    const { articles } = await compileFiles(
      { 'a.md': listing(['x: { zh: 甲, en: one }', 'y: { zh: 乙 }'], '$xy$\n\n:::notation\n:::') },
      undefined,
      undefined,
      {},
      { locales },
    );
    expect(articles[0]?.data.notation.map(({ meaning }) => meaning)).toEqual(['one', '乙']);
    expect(articles[0]?.html).toContain('Meaning');
  });
});

describe('uses', () => {
  it('are marked in every formula, and nothing else of it changes', async () => {
    const body = '$W_0x$\n\n$$\n\\begin{align}\na &= W_0 \\label{eq-a} \\\\\nb &= 2\n\\end{align}\n$$\n';
    const plain = await compileText(body);
    const marked = await compileText(listing(['W_0: { zh: 权重 }'], body));
    expect(marksOf(marked.html)).toEqual(['W_0', 'W_0']);
    expect(marksOf(plain.html)).toEqual([]);
    expect(marked.html.match(/<math.*?<\/math>/gu)).toEqual(plain.html.match(/<math.*?<\/math>/gu));
    // Only the keys of the renditions differ, by what is marked in them.
    const withoutKeys = (sections = plain.article?.sections) =>
      sections?.map((section) => ({ ...section, formulas: section.formulas.map(({ id }) => id) }));
    expect(withoutKeys(marked.article?.sections)).toEqual(withoutKeys());
  });

  it('are found through macros of the article, wherever they are defined', async () => {
    const { html, diagnostics } = await compileText(
      listing(
        ['\\L: { zh: 损失 }', '\\theta^*: { zh: 最优 }', '\\KL: { zh: 散度 }'],
        '$\\newcommand{\\KL}{\\operatorname{KL}}$\n\n$\\mathcal{L}(\\theta^{*}) + \\KL(p)$ 与 $\\L$',
        'math: { macros: { "\\\\L": "\\\\mathcal L" } }\n',
      ),
    );
    expect(diagnostics).toEqual([]);
    expect(new Set(marksOf(html)).size).toBe(3);
    expect(marksOf(html)).toHaveLength(4);
  });

  it('share the renditions of formulas without any', async () => {
    const [one, other] = await Promise.all([
      compileText(listing(['W_0: { zh: 权重 }'], '$W_0$ 与 $y$')),
      compileText('$y$'),
    ]);
    const slots = (html = ''): string[] => html.match(/data-slot="[^"]*"/gu) ?? [];
    expect(slots(one.article?.html)[1]).toBe(slots(other.article?.html)[0]);
  });
});

describe('what is wrong with a symbol', () => {
  it.each([
    ['W: {}', '$W_0 x$', 'notation/unused', 'a letter with a subscript is another symbol: list `W_0` too'],
    ['W_1: {}', '$W x$', 'notation/unused', 'did you mean `W`?'],
    ['W_{out}: {}', '$W_{ouT} x$', 'notation/unused', 'did you mean `W_{o u T}`?'],
    ['x: {}', '$y$', 'notation/unused', undefined],
    ['$x$: {}', '$x$', 'notation/invalid', 'write the symbol without `$`'],
    ['\\frac{: {}', '$x$', 'notation/invalid', undefined],
    ['"": {}', '$x$', 'notation/invalid', undefined],
  ])('%s in %s', async (line, body, rule, hint) => {
    const { diagnostics } = await compileText(listing([line], body));
    expect(diagnostics.map((one) => [one.rule, one.line, one.hint])).toContainEqual([rule, 5, hint]);
  });

  it('is said once, with its place', async () => {
    const { diagnostics } = await compileText(
      listing(['W_0: {}', 'W_{0}: {}', 'x\\foo: {}', '"y\\\\foo": {}'], '$W_0$'),
    );
    expect(diagnostics.map(({ rule, line, column, length }) => [rule, line, column, length])).toEqual([
      ['notation/invalid', 6, 3, 5],
      ['notation/invalid', 7, 4, 4],
      ['notation/invalid', 8, 3, 8],
    ]);
  });

  it.each([
    ['---\ntitle: 甲\ndate: 2026-01-01\n---\n:::notation\n:::', 5],
    [listing(['x: {}'], '$x$\n\n:::notation\n:::\n\n:::notation\n:::'), 12],
  ])('includes a table without symbols', async (text, line) => {
    const { diagnostics } = await compileText(text);
    expect(diagnostics).toMatchObject([{ rule: 'block/misplaced', line, column: 1 }]);
  });

  it('is found in TOML too', async () => {
    const toml = '+++\ntitle = "甲"\ndate = 2026-01-01\n[notation.W_o]\nzh = "权重"\n+++\n$W_0$';
    const { diagnostics } = await compileFiles({ 'a.md': toml });
    expect(diagnostics).toMatchObject([{ rule: 'notation/unused' }]);
  });
});

describe('MDX', () => {
  it('has the same symbols', async () => {
    const text = listing(
      ['W_0: { zh: "权重 $\\\\frac{a}{b}$", shape: d × k }', '\\mathcal{L}_{\\text{MTP}}: { zh: 损失 }'],
      '$W_{0}x$\n\n:::notation[符号]\n:::\n\n$$\n\\mathcal{L}_{\\text{MTP}}\n$$\n',
    );
    const { articles, diagnostics } = await compileFiles({ 'a.mdx': text, 'b.md': text.replace('甲', '乙') });
    expect(diagnostics).toEqual([]);
    const [mdx, markdown] = articles;
    expect(mdx?.data.notation).toEqual(markdown?.data.notation);
    expect(mdx?.data.notation).toHaveLength(2);
    expect(mdx?.sections).toEqual(markdown?.sections);
    expect(fillPage(markdown?.html ?? '', processRenditions())).toContain('符号');
  });
});
