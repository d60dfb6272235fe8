import { describe, expect, it } from 'vitest';
import { compileFiles, compileText } from './compile-text.ts';

const head = '---\ntitle: 甲\ndate: 2026-01-01\n---\n';
const drawing = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"/>';
const images = { 'a.svg': drawing, 'b.svg': drawing };

/** HTML of an article, images without what Astro makes of them. */
async function htmlOf(markdown: string): Promise<string> {
  const { html, diagnostics } = await compileText(markdown, images);
  expect(diagnostics).toEqual([]);
  return html
    .replaceAll('\u00A0', ' ')
    .replace(/<img [^>]*?(?:alt|&#x22;alt&#x22;)[^>]*>/gu, '<img>')
    .replace(/<style>.*?<\/style>/gu, '');
}

/** Rules, lines and columns of what is wrong with an article, and the hints. */
async function findingsOf(body: string) {
  const { diagnostics } = await compileFiles({ 'a.md': head + body });
  return diagnostics.map(({ rule, line, column, hint }) => [rule, line, column, hint]);
}

describe('figures', () => {
  it('come of a lone image with a title', async () => {
    expect(await htmlOf('![甲](a.svg "结构 **图** {#fig-a}")\n\n见[图](#fig-a)。')).toContain(
      '<figure id="fig-a" class="figure layout-body"><div class="figure-image"><img></div><figcaption><span class="label-number">图 1</span> 结构 <strong>图</strong></figcaption></figure>',
    );
  });

  it('read formulas in the title of an image', async () => {
    const { article, html } = await compileText('![甲](a.svg "更新量 $W_0$")', images);
    expect(html).toContain('class="katex"');
    expect(article?.sections[0]?.blocks).toContainEqual({ kind: 'text', text: '更新量 W₀' });
  });

  it('take an id after the image, and its text alternative for a caption', async () => {
    expect(await htmlOf('![甲](a.svg){#fig-a}')).toContain('</span> 甲</figcaption></figure>');
  });

  it('leave images without a title, and images in a line, alone', async () => {
    expect(await htmlOf('![甲](a.svg)\n\n文字 ![甲](a.svg "题") 文字')).not.toContain('<figure');
  });

  it('put several images side by side, each with a letter', async () => {
    const html = await htmlOf(
      ':::figure{#fig-ab layout="page"}\n![甲](a.svg "左")\n![乙](b.svg)\n\n两幅*图*。\n:::',
    );
    expect(html).toContain(
      '<figure id="fig-ab" class="figure layout-page"><div class="subfigures"><figure class="subfigure"><div class="figure-image"><img></div><figcaption><span class="subfigure-letter">(a)</span> 左</figcaption></figure><figure class="subfigure"><div class="figure-image"><img></div><figcaption><span class="subfigure-letter">(b)</span></figcaption></figure></div><figcaption><span class="label-number">图 1</span> 两幅<em>图</em>。</figcaption></figure>',
    );
  });

  it('hold anything, and need no caption', async () => {
    expect(await htmlOf(':::figure{layout=outset}\n| a |\n| - |\n| 1 |\n:::')).toMatch(
      /<figure class="figure layout-outset"><section class="table-scroll".*<\/section><\/figure>/su,
    );
  });

  it('know their layouts', async () => {
    expect(await findingsOf(':::figure{layout=pgae}\n文字\n:::')).toEqual([
      ['block/attribute', 5, 18, 'did you mean `page`?'],
    ]);
  });
});

describe('table captions', () => {
  it('between two tables belong to the second, unless that has one after it', async () => {
    const table = (cell: string) => `| ${cell} |\n| - |\n| 1 |\n\n`;
    const html = await htmlOf(
      `${table('甲')}表：一\n\n${table('乙')}文字\n\n${table('丙')}表：二\n\n${table('丁')}: 三`,
    );
    expect(
      [...html.matchAll(/<figcaption[^>]*> ?(.)<\/figcaption>[^丐]*?<th>(.)/gu)].map(([, a, b]) => [a, b]),
    ).toEqual([
      ['一', '乙'],
      ['二', '丙'],
      ['三', '丁'],
    ]);
  });
});

describe('fences', () => {
  it.each([
    ['equally long, one in the other', ':::tip\n:::note\n一\n:::\n二\n:::\n三'],
    ['longer ones outside', '::::tip\n:::note\n一\n:::\n二\n::::\n三'],
    ['longer ones inside', ':::tip\n::::note\n一\n::::\n二\n:::\n三'],
    ['in any case, with space', ':::TIP  \n::: note\n一\n:::  \n二\n:::\n三'],
  ])('%s', async (_name, body) => {
    expect(await htmlOf(body)).toMatch(
      /^<aside class="callout callout-tip".*<aside class="callout callout-note".*<p>一<\/p><\/aside><p>二<\/p><\/aside>\n<p>三<\/p>$/u,
    );
  });

  it('in code are code', async () => {
    expect(await htmlOf(':::tip\n```text\n:::\n```\n:::')).toContain(':::</code></pre></figure></aside>');
  });

  it.each([
    ['a table', '| a |\n| - |\n| 1 |\n:::note\n二\n:::'],
    ['a list', '- 一\n:::note\n二\n:::'],
    ['a quotation', '> 一\n:::note\n二\n:::'],
    ['a paragraph', '一\n:::note\n二\n:::'],
  ])('end %s', async (_name, body) => {
    expect(await htmlOf(body)).toMatch(/\n<aside class="callout callout-note"[^\n]*<p>二<\/p><\/aside>$/u);
  });

  it('are told apart by length where one is missing', async () => {
    expect(await findingsOf('::::tip\n\n:::note\n\n一\n::::\n\n二')).toEqual([
      ['block/unclosed', 7, 1, 'put a line `:::` after its last line'],
    ]);
    expect(await findingsOf('::::tip\n一\n:::')).toEqual([
      ['block/unopened', 7, 1, 'the block opened before it ends with `::::`'],
      ['block/unclosed', 5, 1, 'put a line `::::` after its last line'],
    ]);
  });

  it('do not nest without end', async () => {
    const { html, diagnostics } = await compileText(':::tip\n'.repeat(3000) + '文\n' + ':::\n'.repeat(3000));
    expect(diagnostics.map(({ rule, line }) => [rule, line])).toEqual([['block/syntax', 21]]);
    expect(html).toContain('<p>文</p>');
  });
});

describe('what is wrong with a block', () => {
  it.each([
    [':::nmae\n一\n:::', 'block/unknown', undefined],
    [':::thoerem\n一\n:::', 'block/unknown', 'did you mean `:::theorem`?'],
    ['> [!WARNNG]\n> 一', 'block/unknown', 'did you mean `[!WARNING]`?'],
    [':::figure{layuot=page}\n一\n:::', 'block/attribute', 'did you mean `layout`?'],
    [':::tabs\n一\n:::', 'block/misplaced', 'begin each with `::tab[name]`'],
    ['::tab[甲]', 'block/misplaced', 'put `:::tabs` around it'],
    [':::tip[甲] {#a}\n一\n:::', 'block/syntax', undefined],
  ])('%j', async (body, rule, hint) => {
    const { articles, diagnostics } = await compileFiles({ 'a.md': head + body });
    expect(diagnostics.map((diagnostic) => diagnostic.rule)).toEqual([rule]);
    if (hint !== undefined) expect(diagnostics[0]?.hint).toBe(hint);
    expect(articles[0]?.html).toMatch(/一|甲/u);
  });
});

describe('the text in blocks', () => {
  it('is the excerpt where it is an abstract', async () => {
    const { article } = await compileText('开头。\n\n:::abstract\n摘要 $W_0$。\n\n第二段。\n:::\n\n## 一\n');
    expect(article?.data.excerpt).toBe('摘要 W₀。 第二段。');
  });

  it('is the excerpt where nothing else is', async () => {
    const { article } = await compileText(':::tip[标题]\n只有这里。\n:::');
    expect(article?.data.excerpt).toBe('只有这里。');
  });

  it('is found by search, with numbers and without signs that are not the author’s', async () => {
    const { article } = await compileText(
      '> [!NOTE]\n> 一\n\n:::theorem[名称]\n二\n:::\n\n:::proof\n三\n:::\n\n:::details[四]\n五\n:::\n\n:::tabs\n::tab[六]\n七\n:::\n',
    );
    expect(article?.sections[0]?.blocks.map(({ text }) => text)).toEqual([
      '一',
      '定理 1（名称）',
      '二',
      '三',
      '四',
      '五',
      '六',
      '七',
    ]);
  });
});

describe('MDX', () => {
  it('reads the same blocks', async () => {
    const body = `:::theorem[名称]{#thm-x}
一 $a_{1}$
:::

:::figure{#fig-a layout="page"}
![甲](a.svg "左 $W_{0}$")

图。
:::

![乙](a.svg "单图 {#fig-b}")

> [!NOTE]
> 二

![丙](a.svg){#fig-c}

表：三 {#tbl-c}

| a |
| - |
| 1 |

:::tabs
:::tab[四]
{1 + 1}
:::
:::

见[定理](#thm-x)、[图](#fig-a)、[图](#fig-b)、@fig-c 与[表](#tbl-c)；12:30 与 a:b。
`;
    const { articles, diagnostics } = await compileFiles({
      'a.mdx': head + body,
      'b.md': `${head.replace('甲', '乙')}${body.replace('{1 + 1}', '')}`,
      ...images,
    });
    expect(diagnostics).toEqual([]);
    expect(articles[0]?.sections).toEqual(articles[1]?.sections);
  });
});
