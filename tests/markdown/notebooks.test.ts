import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { CachedSite } from '../unit/loader/cached-site.ts';
import { code, markdown, notebookOf, raw, shown, stream } from '../unit/notebooks/write-notebook.ts';
import { compileFiles, compileNotebook } from './compile-text.ts';
import { dot } from './images.ts';

const head = raw('---\ntitle: 甲\ndate: 2026-01-01\n---');

/** The sign in a file that a finding points at, and what follows it. */
const at = (text: string, { line, column }: { line: number; column: number }): string =>
  text.split('\n')[line - 1]?.slice(column - 1) ?? '';

describe('a notebook', () => {
  it('is told where in its file, and in which cell, something is wrong', async () => {
    const text = notebookOf([
      raw('---\ntitle: 甲\ndate: 2026-02-30\n---'),
      markdown('一\n\n其中 "$\\foo{x}$"，见 [乙](./nowhere.md)。\n\n{% note %}\n二 @eq-none\n{% endnote %}'),
      code('x = 1  # [!code nonsense]'),
      code('y', [shown({ 'text/latex': '$\\bar$' })]),
    ]);
    const { diagnostics } = await compileNotebook(text);
    expect(diagnostics.map((found) => [found.rule, at(text, found).slice(0, 9)])).toEqual([
      ['front-matter/invalid-date', '2026-02-3'],
      ['code/bad-meta', '[!code no'],
      ['math/undefined-command', String.raw`\\foo{x}$`],
      ['math/syntax', '$"'],
      ['reference/unknown-label', String.raw`@eq-none\n`.slice(0, 9)],
      ['link/dead', './nowhere'],
    ]);
    expect(diagnostics.map(({ message }) => /\(cell (\d)\)\.$/u.exec(message)?.[1])).toEqual([
      ...['1', '3', '2', '4', '2', '2'],
    ]);
  });

  it('says of an unknown attachment that it is missing', async () => {
    const { diagnostics } = await compileNotebook(notebookOf([head, markdown('![图](attachment:a.png)')]));
    expect(diagnostics).toMatchObject([{ rule: 'image/missing', line: 17 }]);
  });

  it('has no output in its excerpt, its length and what is searched, and no heading of one', async () => {
    const printed = [
      shown({ 'text/markdown': '## 输出的标题\n\n印出的 $z_9$ 文字。' }),
      stream('stdout', '印出'),
    ];
    const { article, html } = await compileNotebook(
      notebookOf([head, markdown('## 小节'), code('x', printed), markdown('正文。')]),
    );
    expect(html).toContain('<p><strong>输出的标题</strong></p>');
    expect(article?.data).toMatchObject({ title: '甲', excerpt: '正文。', length: { han: 4 } });
    expect(article?.data.headings.map(({ text }) => text)).toEqual(['小节']);
    expect(JSON.stringify(article?.sections)).not.toContain('印出');
    expect(JSON.stringify(article?.sections)).toContain('"kind":"code","text":"x"');
  });

  it('numbers a table that a cell has a label for', async () => {
    const table = shown({ 'text/html': '<table><tr><td>1</td></tr></table>' });
    const { html, diagnostics } = await compileNotebook(
      notebookOf([head, code('#| label: tbl-a\n#| tbl-cap: 甲\nx', [table]), markdown('见 @tbl-a。')]),
    );
    expect(html).toMatch(
      /<figure id="tbl-a" class="table"><figcaption><span[^>]*>表.1<\/span> 甲<\/figcaption>/u,
    );
    expect(html).toMatch(/>表.1<\/a>/u);
    expect(diagnostics).toEqual([]);
  });

  it('is found by links of any ending, beside Markdown and as its translation', async () => {
    const { articles, diagnostics } = await compileFiles(
      {
        'posts/a/zh.ipynb': notebookOf([head, markdown('见 [乙](../b/zh.md)。')]),
        'posts/b/zh.md':
          '---\ntitle: 乙\ndate: 2026-01-01\n---\n[甲](../a/zh.ipynb)、[甲](../a/)、[甲](../a/zh.md)',
        'posts/.ipynb_checkpoints/zh-checkpoint.ipynb': notebookOf([head]),
      },
      new Date('2026-11-01'),
    );
    expect(diagnostics).toEqual([]);
    expect(articles.map(({ data }) => data.path).toSorted()).toEqual(['/posts/a/', '/posts/b/']);
  });

  it('without front matter has the title of its first heading', async () => {
    const { articles } = await compileFiles({ 'notes/a.ipynb': notebookOf([markdown('# 题\n\n文')]) });
    expect(articles[0]?.data).toMatchObject({ title: '题', path: '/posts/notes/a/' });
  });

  it('that cannot be read is shown as it is written where errors are warnings', async () => {
    const { articles, diagnostics } = await compileFiles(
      { 'a.ipynb': '{', 'b.md': '---\ntitle: 乙\ndate: 2026-01-01\n---\n文' },
      // Without a date, it has that of its file, which is written after the call.
      new Date(Date.now() + 60_000),
      undefined,
      {},
      {},
      true,
    );
    expect(articles.map(({ data }) => data.title)).toEqual(['a', '乙']);
    expect(articles[0]?.body).toContain('```text\n{\n```');
    expect(diagnostics).toContainEqual(
      expect.objectContaining({ rule: 'notebook/invalid', severity: 'warn' }),
    );
  });

  it('whose picture is broken says so', async () => {
    const broken = dot.subarray(0, 30).toString('base64');
    const cell = code('#| fig-alt: 点\nplot()', [shown({ 'image/png': broken })]);
    const { diagnostics } = await compileNotebook(notebookOf([head, cell]));
    expect(diagnostics).toMatchObject([{ rule: 'image/corrupt' }]);
    expect(diagnostics[0]?.message).toMatch(/`picture-[\da-f]+\.png`.*\(cell 2\)\.$/u);
  });
});

describe('a second run over a notebook', () => {
  it('compiles it again where the places in its file are others', async () => {
    const text = notebookOf([head, markdown('见 [乙](./nowhere.md)。')]);
    const site = new CachedSite({ 'a.ipynb': text });
    await site.run();
    expect((await site.run()).fresh).toEqual([]);
    site.write({ 'a.ipynb': text.replace('{\n', '{\n\n\n') });
    const { fresh, result } = await site.run();
    expect(fresh).toEqual(['a.ipynb']);
    expect(result).toEqual(await site.cold());
    site.remove();
  });
});

describe('the copy of a notebook', () => {
  it('is Markdown that others read', async () => {
    const text = readFileSync(new URL('./fixtures/notebook-jupyter.ipynb', import.meta.url), 'utf8');
    const { article } = await compileNotebook(text);
    const copy = article?.copy.map((piece) => (typeof piece === 'string' ? piece : piece.url)).join('') ?? '';
    expect(copy).toContain('```text\n(6, 4)\nU\nV\n```');
    expect(copy).toContain('<summary>标准错误输出</summary>');
    expect(copy).toContain('<th align="right">参数量</th>');
    expect(copy).not.toMatch(/:::|\\\[\d+\]|remove-cell|看不见/u);
  });
});
