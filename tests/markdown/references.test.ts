import { describe, expect, it } from 'vitest';
import { compileFiles, compileText } from './compile-text.ts';

const head = '---\ntitle: 甲\ndate: 2026-01-01\n---\n';

const report = async (body: string, name = 'a.md') => {
  const { diagnostics } = await compileFiles({ [name]: head + body });
  return diagnostics.map(({ rule, line, column, length, hint }) => [rule, line, column, length, hint]);
};

const equation = (label: string): string => `$$\nx \\label{${label}}\n$$\n\n`;

describe('numbers', () => {
  it('are text in HTML and MathML, and right over the whole article', async () => {
    const { html } = await compileText(
      `${equation('eq-a')}$$\n\\begin{align} p \\\\ q \\label{eq-b} \\end{align}\n$$\n\n$$\n\\begin{align} r \\end{align}\n$$\n\n${equation('eq-c')}`,
    );
    expect([...html.matchAll(/<mtext>(.*?)<\/mtext>/gu)].map(([, tag]) => tag)).toEqual([
      '(1)',
      '(2)',
      '(3)',
    ]);
    expect(html).not.toContain('eqn-num');
  });

  it('stand where links lead: each row of a formula has its own anchor', async () => {
    const { html } = await compileText(
      `${equation('eq-a')}$$\n\\begin{align} p \\label{eq-b} \\\\ q \\label{eq-c} \\end{align}\n$$`,
    );
    expect(html).toContain('<div class="equation" id="eq-a"><span class="katex-display">');
    expect(html).toContain('<div class="equation"><span id="eq-b"></span><span id="eq-c"></span><span class');
  });

  it('start anew in each article', async () => {
    const { articles } = await compileFiles({
      'a.md': `${head}${equation('eq-a')}@eq-a`,
      'b.md': `---\ntitle: 乙\ndate: 2026-01-02\n---\n${equation('eq-a')}@eq-a`,
    });
    expect(articles.map(({ html }) => html?.includes('式\u00A0(1)</a>'))).toEqual([true, true]);
  });
});

describe('references', () => {
  it('read as text everywhere: in headings, excerpts and search', async () => {
    const { article } = await compileText(
      `见 @eq-a 与 [-@eq-a]。\n\n## 由 @eq-a 得出 {#sec-x}\n\n${equation('eq:a')}`,
    );
    expect(article?.data.excerpt).toBe('见 式 (1) 与 (1)。');
    expect(article?.data.headings).toMatchObject([{ id: 'sec-x', text: '由 式 (1) 得出' }]);
    expect(article?.sections[0]?.blocks).toEqual([{ kind: 'text', text: '见 式 (1) 与 (1)。' }]);
  });

  it('leave addresses, users, code, links and escaped signs alone', async () => {
    const { html, diagnostics } = await compileText(
      'me@eq-lora.org、@someone、`@eq-a`、[见 @eq-a](https://example.org)、\\@eq-a。\n',
    );
    expect(diagnostics).toEqual([]);
    expect(html).not.toContain('cross-reference');
  });

  it.each([
    [
      'of a missing formula',
      '见 @eq-none。',
      5,
      3,
      8,
      'write \\label{eq-none} inside the display formula that is meant',
    ],
    ['near to one', `${equation('eq-lora')}见 [@eq-loar]。`, 9, 4, 8, 'did you mean `eq-lora`?'],
    [
      'in a block quote',
      '> 甲\n> 见 @sec-none',
      6,
      5,
      9,
      'write {#sec-none} after the heading that is meant',
    ],
    [
      'as TeX',
      '见 \\eqref{eq:none}',
      5,
      3,
      15,
      'write \\label{eq-none} inside the display formula that is meant',
    ],
    [
      'in a formula',
      '$x \\overset{\\ref{fig:a}}{=} y$',
      5,
      13,
      11,
      'write {#fig-a} where the thing that is meant begins',
    ],
  ])('are reported %s', async (_name, body, line, column, length, hint) => {
    expect(await report(body)).toEqual([['reference/unknown-label', line, column, length, hint]]);
  });

  it('keep what the author wrote where the label is unknown', async () => {
    const { html } = await compileText('见 [@fig-a; @fig-b] 图。');
    expect(html).toContain('见 [@fig-a; @fig-b] 图。');
  });
});

describe('labels', () => {
  it.each([
    ['formulas', `${equation('eq-a')}${equation('eq:a')}`, 10, 3, 12],
    ['headings', '## 一 {#sec-a}\n\n## 二 {#sec-a}', 7, 8, 5],
    ['theorems', ':::theorem{#thm-a}\n一\n:::\n\n:::theorem{#thm-a}\n二\n:::', 9, 13, 5],
  ])('are reported when two %s bear one', async (_name, body, line, column, length) => {
    const hint = 'give one of the two another name';
    expect(await report(body)).toEqual([['reference/duplicate-label', line, column, length, hint]]);
  });

  it.each([
    ['of a formula in a line', '$x \\label{eq-a}$', 5, 4, 'lines of their own'],
    [
      'of a row without a number',
      '$$\n\\begin{align}x \\label{eq-a}\\notag\\end{align}\n$$',
      6,
      16,
      '\\notag',
    ],
    ['of a formula with a label', '$$\nx \\label{eq-a} \\label{eq-b}\n$$', 6, 16, 'only rows'],
  ])('are reported in the wrong place: %s', async (_name, body, line, column, hint) => {
    expect(await report(body)).toEqual([
      ['math/misplaced-label', line, column, 12, expect.stringContaining(hint)],
    ]);
  });
});

describe('definitions in formulas', () => {
  it('hold for the formulas after them and print nothing', async () => {
    const { html, article, diagnostics } = await compileText(
      '$$\n\\newcommand{\\half}[1]{\\frac{#1}{2}}\n\\DeclareMathOperator{\\KL}{KL}\n$$\n\n值 $\\half{x}$ 与 $\\KL(p)$。',
    );
    expect(diagnostics).toEqual([]);
    expect(article?.data.excerpt).toBe('值 x/2 与 KL(p)。');
    expect(html).not.toContain('katex-display');
  });

  it('do not hold in another article', async () => {
    const { diagnostics } = await compileFiles({
      'a.md': `${head}$\\newcommand{\\own}{x}\\own$ $\\own$`,
      'b.md': '---\ntitle: 乙\ndate: 2026-01-01\n---\n$\\own$',
    });
    expect(diagnostics).toMatchObject([{ file: 'b.md', rule: 'math/undefined-command' }]);
  });

  it.each([
    ['a definition', '$$\n\\newcommand{\\a}{x} \\a \\foo\n$$', 6, 23],
    ['a number', '$$\n\\begin{align}\nx \\label{eq-a} \\foo\n\\end{align}\n$$', 7, 16],
  ])('do not move the places of mistakes: %s', async (_name, body, line, column) => {
    const { diagnostics } = await compileFiles({ 'a.md': head + body });
    expect(diagnostics).toMatchObject([{ rule: 'math/undefined-command', line, column, length: 4 }]);
  });
});

describe('MDX', () => {
  const body = `## 方法 {#sec-method}

方法二 {#sec-two}
---

见 @sec-method、@sec-two、\\eqref{eq-a}、$\\eqref{eq-a}$、{1 + 1}。

${equation('eq-a')}\`\`\`md
## 方法 {#sec-code}
\`\`\`
`;

  it('reads labels as Markdown does', async () => {
    const { articles, diagnostics } = await compileFiles({
      'a.mdx': head + body,
      'b.md': '---\ntitle: 乙\ndate: 2026-01-02\n---\n' + body,
    });
    expect(diagnostics).toEqual([]);
    const [markdown, mdx] = articles;
    expect(mdx?.html).toBeUndefined();
    // An expression has no text, so what stands behind it has another share of the text.
    const titles = (article = mdx) => article?.data.headings.map(({ at: _at, ...rest }) => rest);
    expect(titles()).toEqual(titles(markdown));
    const texts = (sections = mdx?.sections) => JSON.stringify(sections).replaceAll('{1 + 1}', '');
    expect(texts()).toBe(texts(markdown?.sections));
    expect(texts()).toContain('## 方法 {#sec-code}');
  });

  it('keeps the places of what is wrong', async () => {
    expect(await report('## 方法 {#sec-method}\n\n见 \\ref{eq-b} 与 @sec-mehtod', 'a.mdx')).toEqual([
      ['reference/unknown-label', 7, 3, 10, 'write \\label{eq-b} inside the display formula that is meant'],
      ['reference/unknown-label', 7, 16, 11, 'did you mean `sec-method`?'],
    ]);
  });
});
