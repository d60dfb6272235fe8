import { describe, expect, it } from 'vitest';
import { compileFiles, compileText } from './compile-text.ts';

const front = '---\ntitle: 甲\ndate: 2026-01-01\nnumberSections: true\n---\n';

/** The headings of an article as HTML. */
const headings = async (body: string): Promise<string[]> => {
  const { html } = await compileText(front + body);
  return html.match(/(?<=<h\d[^>]*>).*?(?=<\/h\d>)/gu) ?? [];
};

describe('the phrases of headings', () => {
  it('are where a line may end', async () => {
    expect(await headings('## 给大模型多装几个解码头')).toEqual([
      '<span class="section-number">1 </span>给大模型<wbr aria-hidden="true">多装几个<wbr aria-hidden="true">解码头',
    ]);
  });

  it('reach over emphasis, English and links, and end at formulas and code', async () => {
    expect(
      await headings('## 让**大模**型写[代码](https://a.example)\n\n## 为什么$r$很小\n\n## 用`x`训练'),
    ).toEqual([
      expect.stringMatching(/让<strong>大模<\/strong>型<wbr aria-hidden="true">写<a [^>]*>代码<\/a>$/u),
      expect.stringMatching(
        /为什么<wbr aria-hidden="true"><span class="han-before han-after">.*<\/span><wbr aria-hidden="true">很小$/u,
      ),
      expect.stringMatching(/用<wbr aria-hidden="true"><code[^>]*>x<\/code><wbr aria-hidden="true">训练$/u),
    ]);
  });

  it('do not part a note from its word', async () => {
    const [first] = await headings('## 参考做法[^1]的结果\n\n[^1]: 注');
    expect(first).toMatch(/参考<wbr aria-hidden="true">做法<sup>.*<\/sup><?/u);
    expect(first).not.toMatch(/<wbr[^>]*><sup>/u);
  });

  it('are for Chinese', async () => {
    const locales = [
      { id: 'zh', tag: 'zh-CN' },
      { id: 'en', tag: 'en' },
    ];
    const files = {
      'posts/a/zh.md': `${front}## 甲\n`,
      'posts/a/en.md': `${front}## Large models 大模型的适配\n`,
    };
    const { articles } = await compileFiles(files, new Date(), undefined, {}, { locales });
    expect(articles).toHaveLength(2);
    expect(articles.map(({ html }) => html).join('')).not.toContain('<wbr');
  });
});
