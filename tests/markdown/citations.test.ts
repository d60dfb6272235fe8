import { describe, expect, it } from 'vitest';
import { compileFiles, compileText } from './compile-text.ts';

const head = '---\ntitle: 甲\ndate: 2026-01-01\n---\n';
const refs = '@misc{hu2021lora, title={LoRA}, author={Edward J. Hu and others}, year=2021}\n';

describe('citations', () => {
  it('leave no trace in excerpts, and the works in the data of the article', async () => {
    const { article } = await compileText('低秩[@hu2021lora]由 @hu2021lora 提出。', { 'refs.bib': refs });
    expect(article?.data.excerpt).toBe('低秩由 Hu 等 提出。');
    expect(article?.data.references).toEqual([
      { key: 'hu2021lora', title: 'LoRA', authors: ['Edward J. Hu'], year: 2021 },
    ]);
    expect(article?.data.headings).toEqual([{ depth: 2, id: 'references', text: '参考文献' }]);
    expect(article?.sections.at(-1)?.blocks).toEqual([
      { kind: 'text', text: 'Edward J. Hu 等. LoRA. 2021.' },
    ]);
  });

  it('by author and year', async () => {
    const settings = { citations: { style: 'author-year' as const } };
    const { articles } = await compileFiles(
      {
        'a.md': `${head}甲[@hu2021lora, 第 3 节]，@hu2021lora 提出，[-@hu2021lora]，[@hu2021lora; @b]。`,
        'refs.bib': `${refs}@misc{b, title={B}, author={Ada Lovelace}, year=2020}`,
      },
      undefined,
      undefined,
      {},
      settings,
    );
    const html = articles[0]?.html ?? '';
    const text = html.replace(/<[^>]+>/gu, '');
    expect(text).toContain(
      '甲（Hu 等，2021，第 3 节），Hu 等（2021） 提出，（2021），（Hu 等，2021；Lovelace，2020）。',
    );
    expect(html).toContain('<ul class="references"><li id="ref-hu2021lora">');
  });

  it('come from refs.bib, from the file that front matter names, and from the site', async () => {
    const { articles, diagnostics } = await compileFiles({
      'references.bib': '@misc{site, title={S}}\n@misc{own, title={Of the Site}}\n',
      'posts/a/zh.md': `${head}[@own] [@site]`,
      'posts/a/refs.bib': '@misc{own, title={Own}}',
      'posts/b/zh.md': '---\ntitle: 乙\ndate: 2025-01-01\nbibliography: ../b.bib\n---\n[@named]',
      'posts/b.bib': '@misc{named, title={Named}}',
    });
    expect(diagnostics).toEqual([]);
    expect(articles.map(({ data }) => data.references.map(({ title }) => title))).toEqual([
      ['Own', 'S'],
      ['Named'],
    ]);
  });

  it('work in MDX', async () => {
    const { articles, diagnostics } = await compileFiles({
      'a.mdx': `${head}见 [@hu2021lora]。`,
      'refs.bib': refs,
    });
    expect(diagnostics).toEqual([]);
    expect(articles[0]?.data.references).toHaveLength(1);
  });

  it('leave footnotes the name of notes, in the contents too', async () => {
    const { article, html } = await compileText('甲[@hu2021lora]。[^a]\n\n[^a]: 注。', { 'refs.bib': refs });
    expect(article?.data.headings.map(({ text }) => text)).toEqual(['参考文献', '注释']);
    expect(html).toContain('<h2 id="footnote-label">注释</h2>');
  });

  it.each([
    ['见 [@hu2021lroa]。', 5, 5, 'did you mean `hu2021lora`?'],
    ['见 @hu2021lroa 。', 5, 4, 'did you mean `hu2021lora`?'],
    ['\\@x &amp; [@hu2021lora; @hu2021lroa]', 5, 26, 'did you mean `hu2021lora`?'],
    ['> 甲\n> [@completely_else]', 6, 5, 'add the entry to the bibliography'],
  ])('unknown key in %j', async (body, line, column, hint) => {
    const { diagnostics } = await compileFiles({ 'a.md': head + body, 'refs.bib': refs });
    expect(diagnostics).toMatchObject([{ rule: 'citation/unknown-key', line, column, hint }]);
  });

  it('say where a bibliography belongs when there is none', async () => {
    const { diagnostics } = await compileFiles({ 'a.md': `${head}[@a]，@b，@someone。` });
    expect(diagnostics).toMatchObject([{ rule: 'citation/unknown-key', column: 3 }]);
    expect(diagnostics[0]?.hint).toContain('refs.bib');
  });

  it('do not repeat what is wrong with an entry', async () => {
    const { diagnostics } = await compileFiles({ 'a.md': `${head}[@a]`, 'refs.bib': '@misc{a, title {x}}' });
    expect(diagnostics).toMatchObject([{ rule: 'bibliography/invalid', file: 'refs.bib' }]);
  });

  it('share no brackets with cross-references', async () => {
    const { diagnostics } = await compileFiles({ 'a.md': `${head}[@hu2021lora; @fig-x]`, 'refs.bib': refs });
    expect(diagnostics).toContainEqual(
      expect.objectContaining({ rule: 'citation/syntax', line: 5, column: 15, length: 6 }),
    );
  });

  it('refuse a bibliography outside of the content folder', async () => {
    const { diagnostics } = await compileFiles({
      'a.md': '---\ntitle: 甲\ndate: 2026-01-01\nbibliography: ../../etc/hostname\n---\n一',
    });
    expect(diagnostics).toMatchObject([{ rule: 'bibliography/missing', line: 4, column: 15 }]);
  });
});
