import { describe, expect, it } from 'vitest';
import { compileFiles, compileText } from './compile-text.ts';

const numbered = '---\ntitle: 题\ndate: 2026-01-01\nnumberSections: true\n---\n';
const plain = numbered.replace('numberSections: true\n', '');

const headingsOf = async (body: string): Promise<string[]> =>
  ((await compileText(numbered + body)).article?.data.headings ?? []).map(({ text }) => text);

describe('numbered sections', () => {
  it('count within the section around them, and stay out of ids', async () => {
    const { html, article } = await compileText(
      `${numbered}## 方法\n\n### 初始化\n\n### 训练 {#sec-train}\n\n## 结果\n\n见 @sec-train。`,
    );
    expect(article?.data.headings.map(({ id, text }) => [id, text])).toEqual([
      ['方法', '1 方法'],
      ['初始化', '1.1 初始化'],
      ['sec-train', '1.2 训练'],
      ['结果', '2 结果'],
    ]);
    expect(html).toContain('<h3 id="sec-train"><span class="section-number">1.2 </span>训练</h3>');
    expect(html).toContain('>第\u00A01.2\u00A0节</a>');
  });

  it.each([
    ['## 甲\n\n#### 乙\n\n### 丙', ['1 甲', '1.1 乙', '1.2 丙']],
    ['### 甲\n\n## 乙', ['1 甲', '2 乙']],
    ['## 甲\n\n### 乙\n\n#### 丙\n\n##### 丁', ['1 甲', '1.1 乙', '1.1.1 丙', '丁']],
    ['# 题\n\n## 甲\n\n> ## 引\n\n## 乙', ['1 甲', '引', '2 乙']],
    ['# 题\n\n# 甲\n\n## 乙', ['1 甲', '1.1 乙']],
    ['## 1 甲\n\n## 附录', ['1 甲', '附录']],
    ['## 甲\n\n### 2 × 3 的树\n\n## 2 个结论\n\n## 丙', ['1 甲', '1.1 2 × 3 的树', '2 2 个结论', '3 丙']],
  ])('%j', async (body, texts) => {
    expect(await headingsOf(body)).toEqual(texts);
  });

  it('are listed with their formulas and code, apart from their numbers, and with their places', async () => {
    const { article } = await compileText(
      `${numbered}前言十字前言十字。\n\n## 秩 [**远小于**](https://a.example) $d_k$[^1]\n\n### \`W_0\` 不动\n\n末尾九个字末尾九字\n\n[^1]: 注`,
    );
    const [first, second] = article?.data.headings ?? [];
    expect(first).toMatchObject({ text: '1 秩 远小于 dₖ', number: '1', parts: ['秩 远小于 ', {}] });
    expect(first?.parts?.[1]).toEqual({ slot: expect.stringMatching(/^m/u) as string });
    expect(second).toMatchObject({ number: '1.1', parts: [{ code: 'W_0' }, ' 不动'] });
    expect(first?.at).toBeGreaterThan(0.2);
    expect(second?.at).toBeGreaterThan(first?.at ?? 1);
    expect(second?.at).toBeLessThan(0.8);
  });

  it('follow the site where an article says nothing, the manual aside', async () => {
    const files = {
      'posts/a.md': `${plain}## 节`,
      'posts/b.md': `${plain.replace('甲', '乙').replace('---\n', '---\nnumberSections: false\n')}## 节`,
      'docs/c.md': `${plain}## 节`,
      'posts/d.mdx': `${plain}## 节`,
    };
    const { articles, diagnostics } = await compileFiles(
      files,
      new Date(),
      undefined,
      {},
      { numberSections: true },
    );
    expect(diagnostics).toEqual([]);
    const found = articles.map(({ data }) => [data.slug, data.headings[0]?.text]);
    expect(Object.fromEntries(found)).toEqual({ a: '1 节', b: '节', c: '节', d: '1 节' });
  });
});
