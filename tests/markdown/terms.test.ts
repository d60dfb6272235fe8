import { describe, expect, it } from 'vitest';
import { compileFiles } from './compile-text.ts';

const glossary = `
kv-cache: { zh: [键值缓存], en: [KV cache], abbr: [KV], note: { zh: 一句话。, en: One sentence. } }
attention: { zh: [注意力], en: [attention] }
`;

/** Compiles an article beside the glossary, and gives its HTML and what it marks. */
async function compile(name: string, body: string, more = '') {
  const { articles, diagnostics } = await compileFiles(
    {
      'glossary.yaml': glossary,
      'posts/other.md': '---\ntitle: 另\ndate: 2026-01-01\n---\n文\n',
      [name]: `---\ntitle: 例\ndate: 2026-01-01\n${more}---\n${body}\n`,
    },
    undefined,
    undefined,
    {},
    {
      locales: [
        { id: 'zh', tag: 'zh-CN' },
        { id: 'en', tag: 'en' },
      ],
    },
  );
  const article = articles.find(({ data }) => data.contentPath === name);
  if (!article) throw new Error('Nothing was compiled.');
  return { article, html: article.html ?? '', marked: article.data.markedTerms, diagnostics };
}

const text = '用键值缓存，注意力与[注意力](https://example.org)。:term[它]{#attention}与:term[注意力]{off}。';

describe('terms', () => {
  it('are marked in MDX as in Markdown', async () => {
    const { html, marked } = await compile('posts/a/zh.md', text);
    expect(marked).toEqual(['attention', 'kv-cache']);
    expect(html.match(/<span data-term="[^"]+">[^<]+<\/span>/gu)).toEqual([
      '<span data-term="kv-cache">键值缓存</span>',
      '<span data-term="attention">它</span>',
    ]);
    const mdx = await compile('posts/a/zh.mdx', text);
    expect(mdx.marked).toEqual(marked);
  });

  it('are whole words of English articles', async () => {
    const body = 'Self-attention, attentions and KV caches; attentive.';
    const { html, marked } = await compile('posts/a/en.md', body);
    expect(marked).toEqual(['attention', 'kv-cache']);
    expect(html).toContain('Self-attention, <span data-term="attention">attentions</span> and');
  });

  it('leave no trace in what is read elsewhere', async () => {
    const { article } = await compile('posts/a/zh.md', text);
    const { copy, sections, data } = article;
    expect(copy).toEqual(['用键值缓存，注意力与[注意力](https://example.org)。它与注意力。\n']);
    expect(sections[0]?.blocks).toEqual([{ kind: 'text', text: '用键值缓存，注意力与注意力。它与注意力。' }]);
    expect(data.excerpt).toBe('用键值缓存，注意力与注意力。它与注意力。');
  });

  it('are marked by their author alone where front matter says so, and in the manual', async () => {
    expect((await compile('posts/a/zh.md', text, 'terms: false\n')).marked).toEqual(['attention']);
    expect((await compile('docs/zh/a.md', text)).marked).toEqual(['attention']);
    expect((await compile('posts/a/zh.md', '注意力', 'terms: false\n')).html).toBe('<p>注意力</p>');
  });

  it('that an author marks are in the glossary', async () => {
    const body = ':term[注意了]，:term[它]{#atention}，:term[它]{key=a}';
    const { diagnostics, html } = await compile('posts/a/zh.md', body);
    expect(diagnostics.map(({ rule, hint, column }) => [rule, hint, column])).toEqual([
      ['term/unknown', 'did you mean `注意力`?', 1],
      ['term/unknown', 'did you mean `attention`?', 12],
      ['term/syntax', expect.stringContaining(':term[KV 缓存]'), 32],
      ['term/unknown', expect.any(String), 32],
    ]);
    expect(html).not.toContain('data-term');
  });

  it('are no source of a number', async () => {
    const { diagnostics } = await compileFiles(
      {
        'glossary.yaml': glossary,
        'posts/a/zh.md': '---\ntitle: 例\ndate: 2026-01-01\n---\n:term[注意力]占 73.4%。\n',
      },
      undefined,
      undefined,
      { 'claim/unsourced-number': 'error' },
    );
    expect(diagnostics.map(({ rule }) => rule)).toEqual(['claim/unsourced-number']);
  });
});
