import { describe, expect, it } from 'vitest';
import { compileFiles, compileText } from './compile-text.ts';

const head = '---\ntitle: 甲\ndate: 2026-01-01\n---\n';
const other = '---\ntitle: 低秩适配\ndate: 2026-01-02\naliases: [LoRA]\n---\n## 小节\n\n文。';
/** One transparent pixel. */
const pixel = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
  'base64',
);

describe('links by name', () => {
  it.each([
    ['[[lora]]', '/posts/notes/lora/', 'lora'],
    ['[[notes/lora|文字]]', '/posts/notes/lora/', '文字'],
    ['[[低秩适配]]', '/posts/notes/lora/', '低秩适配'],
    ['[[LoRA#小节]]', `/posts/notes/lora/#${encodeURIComponent('小节')}`, 'LoRA › 小节'],
    ['{% post_link 2026-01-02-lora 文字 %}', '/posts/notes/lora/', '文字'],
    ['[文字]({% post_url 2026-01-02-lora %})', '/posts/notes/lora/', '文字'],
    [
      '[文字]({{< relref "notes/2026-01-02-lora.md#小节" >}})',
      `/posts/notes/lora/#${encodeURIComponent('小节')}`,
      '文字',
    ],
  ])('%s', async (body, url, words) => {
    const { articles, diagnostics } = await compileFiles({
      'a.md': `${head}见 ${body}。`,
      'notes/2026-01-02-lora.md': other,
    });
    expect(diagnostics).toEqual([]);
    expect(articles.find(({ data }) => data.title === '甲')?.html).toBe(
      `<p>见 <a href="${url}">${words}</a>。</p>`,
    );
  });

  it.each([
    ['[[lroa]]', 'link/dead', 'did you mean `[[lora]]`?'],
    ['[[lora#小结]]', 'link/dead-anchor', 'did you mean `#小节`?'],
    ['[[lora#^abc]]', 'dialect/unsupported', 'link to a heading: [[笔记#标题]]'],
    ['![[lora]]', 'dialect/unsupported', 'write [[lora]], or copy the text'],
    ['{% post_link nothing %}', 'link/dead', undefined],
  ])('%s is reported where it stands', async (body, rule, hint) => {
    const { diagnostics, articles } = await compileFiles({
      'a.md': `${head}> 见 ${body}。`,
      'lora.md': other,
    });
    expect(diagnostics).toMatchObject([{ rule, file: 'a.md', line: 5, column: 5 }]);
    expect(diagnostics[0]?.hint).toBe(hint);
    expect(articles.at(-1)?.html).not.toMatch(/\[\[|\{%/u);
  });

  it('shows images from anywhere in the folder, as wide as they ask', async () => {
    const { articles, diagnostics } = await compileFiles({
      'notes/a.md': `${head}![[图 1.png|说明|300]]\n\n{% asset_img b.png 说明 %}`,
      'notes/a/b.png': pixel,
      'attachments/图 1.png': pixel,
    });
    expect(diagnostics).toEqual([]);
    expect(articles[0]?.imagePaths).toEqual(['../attachments/图 1.png', 'a/b.png']);
    expect(articles[0]?.html).toContain('300');
  });
});

describe('the end of the excerpt', () => {
  it.each([
    ['a.md', '第一段。\n\n- 第二\n\n<!-- more -->\n\n正文。'],
    ['a.md', '第一段。\n\n- 第二\n<!--more-->\n\n正文。'],
    ['a.mdx', '第一段。\n\n- 第二\n\n<!-- more -->\n\n正文。'],
    ['a.mdx', '第一段。\n\n- 第二\n\n{/* truncate */}\n\n正文。'],
  ])('in %s: %j', async (name, body) => {
    const { articles, diagnostics } = await compileFiles({ [name]: head + body });
    expect(diagnostics).toEqual([]);
    expect(articles[0]?.data.excerpt).toBe('第一段。 第二');
  });
});

describe('front matter of other generators', () => {
  it('gives date and slug by the file name', async () => {
    const { articles, diagnostics } = await compileFiles({ '_posts/2020-01-02-lora.md': '# 题\n\n文。' });
    expect(diagnostics).toEqual([]);
    expect(articles[0]?.data).toMatchObject({ slug: '_posts/lora', title: '题' });
    expect(articles[0]?.data.date.toISOString()).toBe('2020-01-02T00:00:00.000Z');
  });
  it('is read as TOML, and findings of the body keep their places', async () => {
    const { articles, diagnostics } = await compileFiles({
      'a.md': '+++\ntitle = "甲"\ndate = 2020-01-02\n+++\n$\\foo$',
    });
    expect(articles[0]?.data.title).toBe('甲');
    expect(articles[0]?.html).not.toContain('+++');
    expect(diagnostics).toMatchObject([{ rule: 'math/undefined-command', line: 5, column: 2 }]);
  });
});

describe('places in translated text', () => {
  it.each([
    ['!!! note\n    $\\foo$', 6, 6],
    ['{% note %}\n$\\foo$\n{% endnote %}', 6, 2],
    ['{% note %}一 $\\foo$ {% endnote %}\n\n后', 5, 14],
    ['前\n\n??? tip "$\\foo$"\n    x', 7, 10],
    ['见 {% note_ %}，$\\foo$', 5, 16],
  ])('%j', async (body, line, column) => {
    const { diagnostics } = await compileFiles({ 'a.md': head + body });
    expect(diagnostics.filter(({ rule }) => rule !== 'dialect/unsupported')).toMatchObject([
      { rule: 'math/undefined-command', line },
    ]);
    const found = diagnostics.find(({ rule }) => rule === 'math/undefined-command');
    if (!body.includes('"$')) expect(found?.column).toBe(column);
  });
});

describe('MDX', () => {
  it('reads the same dialects', async () => {
    const body = [
      '{% note info 标题 %}\n文\n{% endnote %}',
      '{{< highlight python >}}\nx = {1}\n{{< /highlight >}}',
      '!!! tip\n    文',
      '## 节\n{: #id}',
      '==亮== [[#节|x]]',
      '<!-- 注释 -->',
      '{{< figure src="/none.png" caption="a < b" >}}',
    ].join('\n\n');
    const { articles, diagnostics } = await compileFiles({ 'a.mdx': head + body });
    expect(diagnostics.map(({ rule, line }) => [line, rule]).toSorted()).toEqual([
      [19, 'link/dead-anchor'],
      [23, 'image/missing'],
    ]);
    expect(articles[0]?.data.headings).toMatchObject([{ depth: 2, id: 'id', text: '节' }]);
  });
});

describe('marked text', () => {
  it.each([
    ['a ==重点== b', '<p>a <mark>重点</mark> b</p>'],
    ['==**粗**后==', '<p><mark><strong>粗</strong>后</mark></p>'],
    ['**粗==亮==**', '<p><strong>粗<mark>亮</mark></strong></p>'],
    ['==甲==与==乙==', '<p><mark>甲</mark>与<mark>乙</mark></p>'],
    ['若 a==b 且 c==d', '<p>若 a==b 且 c==d</p>'],
    ['a == b == c', '<p>a == b == c</p>'],
    ['===三个===', '<p>===三个===</p>'],
    ['==没有结束', '<p>==没有结束</p>'],
  ])('%j', async (body, html) => {
    expect((await compileText(body)).html).toBe(html);
  });
});
