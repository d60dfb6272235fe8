import { describe, expect, it } from 'vitest';
import { head } from './broken.ts';
import { compileFiles } from './compile-text.ts';

const rules = { 'claim/unsourced-number': 'error' } as const;
const bib = '@misc{a, title = {甲}}';

/** Numbers without a source: what the report names, with line and column. */
async function find(body: string, name = 'a.md'): Promise<string[]> {
  const { diagnostics } = await compileFiles(
    { [name]: head + body, 'refs.bib': bib, 'ratio.astro': '' },
    undefined,
    undefined,
    rules,
  );
  return diagnostics.map(({ rule, severity, line, column, message }) => {
    const number = /`(?<number>[^`]*)`/u.exec(message)?.groups?.number ?? message;
    return [rule === 'claim/unsourced-number' && severity === 'error' ? number : rule, line, column].join(
      ' ',
    );
  });
}

describe('a sentence has a source', () => {
  it.each([
    ['a citation', '准确率 73.4%[@a]。'],
    ['a citation behind the full stop', '准确率 73.4%。[@a]'],
    ['authors in the sentence', '@a 得到 73.4%。'],
    ['a citation later in the paragraph', '准确率 73.4%。召回率 51%。两者见[@a]。'],
    ['a checked number', '每层多出 :num[65,536]{= 2*d*r d=4096 r=8}，即 4096 的 16 倍。'],
    ['a waiver', '取 :given[80 GB] 的卡。'],
    ['an equation', '$$\nx = 12 \\label{eq-x}\n$$\n\n由 @eq-x 得 12.5。'],
    ['a table', '| a |\n| - |\n| b |\n\n: 表题 {#tbl-x}\n\n准确率 73.4%，见 @tbl-x。'],
    ['a footnote that cites', '准确率 73.4%[^n]。\n\n[^n]: 见[@a]，51%。'],
    ['a footnote that links', '准确率 73.4%[^n]。\n\n[^n]: [文档](https://example.org/)，51%。'],
    ['the introduction of a list', '结果如下[@a]：\n\n- 准确率 73.4%\n- 召回率 51%'],
  ])('%s', async (_name, body) => {
    expect(await find(body)).toEqual([]);
  });

  it.each([
    ['an expression', '加速 {28 / 10} 倍，共 12.5 步。'],
    ['a component', 'import Ratio from "./ratio.astro";\n\n加速 <Ratio /> 倍，共 12.5 步。'],
  ])('%s of MDX', async (_name, body) => {
    expect(await find(body, 'a.mdx')).toEqual([]);
  });
});

describe('a sentence has none', () => {
  it.each([
    ['alone', '准确率 73.4%。', ['73.4 5 5']],
    ['each once, at its first number', '准确率 73.4% 与 51%。召回率 20%。', ['73.4 5 5', '20 5 21']],
    ['a citation before it', '见[@a]。准确率 73.4%。', ['73.4 5 11']],
    ['a citation in another paragraph', '准确率 73.4%。\n\n见[@a]。', ['73.4 5 5']],
    ['a waiver of another sentence', '取 :given[80 GB]。准确率 73.4%。', ['73.4 5 21']],
    ['a section', '## 节 {#sec-x}\n\n准确率 73.4%，见 @sec-x。', ['73.4 7 5']],
    ['a link', '准确率 73.4%，见[文档](https://example.org/)。', ['73.4 5 5']],
    ['a footnote with words alone', '准确率 73.4%[^n]。\n\n[^n]: 即 51%。', ['73.4 5 5', '51 7 9']],
    ['lines that run on', '甲 12 与\n乙 12。[@a]\n\n准确率\n为 73.4%。', ['73.4 9 3']],
    [
      'in a list, a quotation and a block',
      '- 甲 12\n\n> 乙 13\n\n:::tip\n丙 14\n:::',
      ['12 5 5', '13 7 5', '14 10 3'],
    ],
    ['the introduction of a list without a colon', '见[@a]。\n\n- 甲 12', ['12 7 5']],
    ['the caption of a figure', ':::figure{#fig-x}\n甲\n\n共 12 层。\n:::', ['12 8 3']],
  ])('%s', async (_name, body, found) => {
    expect(await find(body)).toEqual(found);
  });
});

describe('a table', () => {
  const table = '| 模型 | 值 |\n| - | - |\n| GPT-3 | 73.4 |\n| 甲 | 51 |\n';
  it.each([
    ['by its caption', `${table}\n: 结果[@a]`],
    ['by what it is an example of', `${table}\n: :given[假想]的模型`],
    ['by the sentence before it', `前文。结果见[@a]。\n\n${table}`],
    ['by its head', table.replace('值', '值[@a]')],
    ['by the first cells of its rows', table.replace('GPT-3', 'GPT-3[@a]').replace('甲', '甲[@a]')],
    ['by its cells', table.replace('73.4', ':num[73.4]{= 73.4}').replace('51', '51[@a]')],
  ])('has a source %s', async (_name, body) => {
    expect(await find(body)).toEqual([]);
  });
  it('is reported once, at the first of its numbers', async () => {
    expect(await find(`前文[@a]。没有。\n\n${table}\n: 结果`)).toEqual(['73.4 9 11']);
    expect(await find(table.replace('甲', '甲[@a]'))).toEqual(['73.4 7 11']);
  });
});

describe('is not asked', () => {
  it.each([
    [
      'formulas, code, headings and titles',
      '## 共 12 节\n\n$12.5$、`13`\n\n```js\n14\n```\n\n:::tip[共 15]\n一\n:::',
    ],
    ['addresses and texts of links', '见[第 12 条](https://example.org/13)、<https://example.org/14>。'],
    ['places in works', '见[@a, 第 12 节]。'],
    ['list markers', '12. 甲\n13. 乙'],
  ])('%s', async (_name, body) => {
    expect(await find(body)).toEqual([]);
  });

  it('the manual, and a site that has not asked', async () => {
    const files = { 'posts/a.md': `${head}一`, 'docs/zh/b.md': `${head}准确率 73.4%。` };
    expect((await compileFiles(files, undefined, undefined, rules)).diagnostics).toEqual([]);
    expect((await compileFiles({ 'a.md': `${head}准确率 73.4%。` })).diagnostics).toEqual([]);
  });
});
