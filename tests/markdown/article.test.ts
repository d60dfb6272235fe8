import { describe, expect, it } from 'vitest';
import { compileFiles, compileText } from './compile-text.ts';

describe('an article', () => {
  it('falls back to its first heading and then to its file name for a title', async () => {
    const { articles } = await compileFiles({
      'a.md': '---\ndate: 2026-01-02\n---\n# 标题 $x^2$\n\n正文。',
      'my-note.md': '---\ndate: 2026-01-01\n---\n没有标题。',
      '2025-12-31-Self 注意力.md': '---\n---\nNo title.',
    });
    expect(articles.map(({ data }) => data.title)).toEqual(['标题 x²', 'my-note', 'Self 注意力']);
    expect(articles[0]?.html).not.toContain('<h1');
  });

  it.each([
    ['# 低秩适配 $\\Delta W$ {#lora}\n\n## 方法', [[2, '方法']]],
    [
      '# 概述\n\n一\n\n# 方法\n\n## 步骤',
      [
        [2, '概述'],
        [2, '方法'],
        [3, '步骤'],
      ],
    ],
  ])('loses no heading that says something else than its title: %j', async (body, headings) => {
    const { articles } = await compileFiles({
      'a.md': `---\ntitle: 《低秩 适配》$\\Delta W$\ndate: 2026-01-02\n---\n${body}`,
    });
    expect(articles[0]?.data.headings.map(({ depth, text }) => [depth, text])).toEqual(headings);
  });

  it('may be linked to by its title', async () => {
    const { diagnostics } = await compileFiles({
      'a.md': '---\ndate: 2026-01-02\n---\n# Self 注意力\n\n见[上](#self-注意力)。',
      'b.md': '---\ntitle: 乙\ndate: 2026-01-02\n---\n见[甲](a.md#self-注意力)，不见[甲](a.md#self)。',
    });
    expect(diagnostics.map(({ file, message }) => [file, message.split(' ', 1)[0]])).toEqual([
      ['b.md', '`a.md#self`'],
    ]);
  });

  it('keeps one h1 on a page: more of them push all headings down', async () => {
    const { article, html } = await compileText('# 例\n\n# 第一\n\n## 小节\n\n# 第二\n');
    expect(article?.data.headings.map(({ depth, text }) => [depth, text])).toEqual([
      [2, '第一'],
      [3, '小节'],
      [2, '第二'],
    ]);
    expect(html).not.toContain('<h1');
  });

  it('takes its excerpt from the text before the first heading, formulas and signs kept', async () => {
    const { article } = await compileText(
      'Qwen1.5-7B-Chat 的 zero-shot 结果：Token 数 > 1 时 $r \\ll \\min(d,k)$。[^a]\n\n## 一\n\n别的。\n\n[^a]: 注。\n',
    );
    expect(article?.data.excerpt).toBe('Qwen1.5-7B-Chat 的 zero-shot 结果：Token 数 > 1 时 r ≪ min(d, k)。');
  });

  it('counts the words in raw HTML, as MDX does', async () => {
    const { article } = await compileText(
      '<details>\n<summary>摘要</summary>\n\n里面 word\n\n</details>\n\n<div>一 two<!-- 三 --><style>四</style></div>\n',
    );
    expect(article?.data.length).toEqual({ han: 5, words: 2 });
  });

  it('gives search its sections, without markup', async () => {
    const { article } = await compileText(
      '开头。\n\n## 方法 {#m}\n\n见 $\\frac{\\alpha}{r}$。\n\n```js\na < b\n```\n\n$$\nE=mc^2\n$$\n\n| 甲 |\n| --- |\n| 乙 |\n',
    );
    expect(article?.sections).toEqual([
      { id: '', title: '', depth: 1, blocks: [{ kind: 'text', text: '开头。' }], formulas: [] },
      {
        id: 'm',
        title: '方法',
        depth: 2,
        blocks: [
          { kind: 'text', text: '见 α/r。' },
          { kind: 'code', text: 'a < b' },
          { kind: 'math', text: 'E = mc²' },
          { kind: 'text', text: '甲' },
          { kind: 'text', text: '乙' },
        ],
        formulas: [
          { id: 'm1', key: expect.stringMatching(/^m/u) as string },
          { id: 'm2', key: expect.stringMatching(/^m/u) as string },
        ],
      },
    ]);
  });

  it('leaves drafts and later dates out', async () => {
    const { articles } = await compileFiles(
      {
        'draft.md': '---\ntitle: 草稿\ndate: 2026-01-01\ndraft: true\n---\n一',
        'later.md': '---\ntitle: 将来\ndate: 2026-06-01\n---\n二',
        'now.md': '---\ntitle: 现在\ndate: 2026-01-01\n---\n三',
      },
      new Date('2026-03-01'),
    );
    expect(articles.map(({ data }) => data.title)).toEqual(['现在']);
  });

  it('links to other files by the address of their page', async () => {
    const { articles, diagnostics } = await compileFiles({
      'posts/a/zh.md': '---\ntitle: 甲\ndate: 2026-01-02\n---\n见[乙](../b.md#小节)。',
      'posts/b.md': '---\ntitle: 乙\ndate: 2026-01-01\n---\n## 小节\n\n文。',
    });
    expect(diagnostics).toEqual([]);
    expect(articles[0]?.html).toContain(`href="/posts/b/#${encodeURIComponent('小节')}"`);
  });

  it('lets no macro of one article into the next', async () => {
    const { diagnostics } = await compileFiles({
      'a.md':
        '---\ntitle: 甲\ndate: 2026-01-01\nmath: { macros: { "\\\\R": "\\\\mathbb{R}" } }\n---\n$\\R$ $\\gdef\\leak{1}\\leak$',
      'b.md': '---\ntitle: 乙\ndate: 2026-01-01\n---\n$\\R \\leak$',
    });
    expect(diagnostics).toMatchObject([{ file: 'b.md', rule: 'math/undefined-command', line: 5 }]);
  });

  it('compiles MDX with the same plugins', async () => {
    const { articles, diagnostics } = await compileFiles({
      'a.mdx': '---\ntitle: 甲\ndate: 2026-01-01\n---\n## 小节\n\n公式 $x^2$ 与 {1 + 1}。',
    });
    expect(diagnostics).toEqual([]);
    expect(articles[0]).toMatchObject({
      html: undefined,
      data: { hasMath: true, headings: [{ id: '小节' }], excerpt: expect.stringContaining('x²') as string },
    });
  });

  it('may link to every page that all sites have', async () => {
    const links = ['/', '/archive/', '/about/', '/search/?q=lora', '/rss.xml'];
    const { diagnostics } = await compileText(links.map((path) => `[去](${path})`).join('，'));
    expect(diagnostics).toEqual([]);
  });
});
