import { describe, expect, it } from 'vitest';
import { compileFiles, compileText } from './compile-text.ts';

const bib =
  '@article{hu, title = {LoRA}, author = {Hu, Edward and Shen, Yelong}, year = 2021, eprint = {2106.09685}, archiveprefix = {arXiv}}';

/** The copy of an article; addresses stand as `<kind:url>`. */
async function copyOf(markdown: string, beside: Record<string, string> = {}): Promise<string> {
  const { article, diagnostics } = await compileText(markdown, beside);
  expect(diagnostics).toEqual([]);
  return (article?.copy ?? [])
    .map((piece) => (typeof piece === 'string' ? piece : `<${piece.kind}:${piece.url}>`))
    .join('')
    .replaceAll('\u00A0', ' ');
}

const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="4" height="3"/>';

describe('the Markdown copy', () => {
  it('has TeX with labels and numbers, and references that lead to the page', async () => {
    const copy = await copyOf('$$\nW = BA \\label{eq-w}\n$$\n\n见 @eq-w 与 $\\eqref{eq-w}$，$a_1 * b_1$。');
    expect(copy).toContain('$$\nW = BA \\label{eq-w}\\tag{1}\n$$');
    expect(copy).toContain('见 [式 (1)](<link:#eq-w>) 与 $\\text{(1)}$，$a_1 * b_1$。');
  });

  it('needs no macros of the article', async () => {
    const copy = await copyOf(
      '---\ntitle: 例\ndate: 2026-01-01\nmath: { macros: { "\\\\R": "\\\\mathbb{R}" } }\n---\n$\\def\\v#1{\\mathbf{#1}}$\n\n$\\v x \\in \\R^d$',
    );
    expect(copy.trim()).toBe('$\\mathbf{x} \\in \\mathbb{R}^d$');
  });

  it('keeps bars of formulas from ending a cell', async () => {
    const copy = await copyOf('| 范数 |\n| --- |\n| $\\|x\\|$ 与 $\\lvert x\\rvert$ |\n');
    expect(copy).toContain('| $\\Vert x\\Vert $ 与 $\\lvert x\\rvert$ |');
  });

  it('has the text alone of what is checked or given', async () => {
    const copy = await copyOf('取 :given[80 GB] 的卡 :num[2]{= 1+1} 张，:given[*约* $x$]。');
    expect(copy.trim()).toBe('取 80 GB 的卡 2 张，*约* $x$。');
  });

  it('writes citations and the list of works out', async () => {
    const copy = await copyOf('如@hu所说[@hu, 第 3 节]。', { 'refs.bib': bib });
    expect(copy).toContain('如Hu 和 Shen [1]所说[1，第 3 节]。');
    expect(copy).toMatch(
      /## 参考文献\n\n1\. Edward Hu.*LoRA.* \[arXiv:2106\.09685\]\(https:\/\/arxiv\.org\/abs\/2106\.09685\)/u,
    );
  });

  it('has GitHub’s alerts for callouts, and quotations for other blocks', async () => {
    const copy = await copyOf(
      ':::tip[标题]\n内容。\n:::\n\n> [!NOTE]\n> 另一个。\n\n:::theorem[名]{#thm-a}\n若 $x$。\n:::\n\n见 @thm-a。\n',
    );
    expect(copy).toContain('> [!TIP]\n> **标题**\n>\n> 内容。');
    expect(copy).toContain('> [!NOTE]\n> 另一个。');
    expect(copy).toContain('> **定理 1（名）**\n>\n> 若 $x$。');
    expect(copy).toContain('见 [定理 1](<link:#thm-a>)。');
  });

  it('names the language and the title of code, and shows marked changes as a diff', async () => {
    const copy = await copyOf(
      '```python title="a.py"\nx = 1\n```\n\n```python\na = 1  # [!code --]\na = 2  # [!code ++]\nb = 3\n```\n',
    );
    expect(copy).toContain('```python title="a.py"\nx = 1\n```');
    expect(copy).toContain('```diff\n-a = 1\n+a = 2\n b = 3\n```');
  });

  it('leaves addresses to be made absolute, and names image files', async () => {
    const copy = await copyOf(
      '[另一篇](./other.md#节)、[自己](#一)、[外](https://example.org/)\n\n## 一\n\n![图](图.svg "说明")\n\n<img src="图.svg" alt="图">\n',
      { 'other.md': '---\ntitle: 另\ndate: 2026-01-01\n---\n\n## 节\n\n文。', '图.svg': svg },
    );
    expect(copy).toContain(
      '[另一篇](<link:/posts/other/#节>)、[自己](<link:#一>)、[外](https://example.org/)',
    );
    expect(copy).toContain('![图](<image:./图.svg>)\n\n说明');
    expect(copy).toContain('<img src="<image:./图.svg>" alt="图">');
  });

  it('keeps bold Chinese bold where asterisks would not', async () => {
    const copy = await copyOf('**重点。**后文，**普通**的，*“引”*词。');
    expect(copy.trim()).toBe('<strong>重点。</strong>后文，**普通**的，<em>“引”</em>词。');
  });

  it('shows the expressions of MDX, and no imports and comments', async () => {
    const { articles } = await compileFiles({
      'a.mdx':
        '---\ntitle: 例\ndate: 2026-01-01\n---\n\nexport const n = 6;\nexport const Own = "b";\n\n{/* 注 */}\n\n答案是 {n * 7}，<b>$x$</b>，<Own>字</Own>。\n',
    });
    expect(articles[0]?.copy).toEqual(['答案是 `{n * 7}`，<b>$x$</b>，字。\n']);
  });

  it('does nothing, whatever raw HTML would do', async () => {
    const { article } = await compileText(
      '前<sub>2</sub>。<!-- 秘 -->\n\n<div onclick="alert(1)">字</div>\n',
    );
    expect(article?.copy).toEqual(['前<sub>2</sub>。\n\n字\n']);
  });
});
