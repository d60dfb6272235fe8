import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Finding } from '../../../src/diagnostics/diagnostic.ts';
import { notebookSource } from '../../../src/notebooks/notebook-source.ts';
import type { Picture } from '../../../src/notebooks/pictures.ts';
import { dot } from '../../markdown/images.ts';
import { type CellOf, code, markdown, notebookOf, raw, shown, stream } from './write-notebook.ts';

const fixture = (name: string): string =>
  readFileSync(new URL(`./fixtures/${name}.ipynb`, import.meta.url), 'utf8');

function read(text: string, language: 'zh' | 'en' = 'zh') {
  const findings: Finding[] = [];
  const pictures: Picture[] = [];
  const source = notebookSource(text, {
    keep: (picture) => `p${String(pictures.push(picture))}.${picture.extension}`,
    report: (finding) => findings.push(finding),
    language,
  });
  const lines = [...(source?.head ?? []), ...(source?.body ?? [])];
  return { text: lines.map((line) => line.text).join('\n'), lines, findings, pictures, source };
}

const of = (cells: readonly CellOf[], metadata: object = {}) => read(notebookOf(cells, metadata));

describe('a notebook', () => {
  it('of VS Code gives its attachments, its outputs, and front matter from its metadata', () => {
    const { text, findings, pictures, source } = read(fixture('vscode'));
    expect(source?.head.map((line) => line.text).join('')).toMatch(/^---\{"title":"附件与图",.*\}---$/u);
    expect(text).toContain('![三点一线](p1.png)');
    expect(text).toContain('![代码单元 1 画出的图](p2.svg)');
    expect(text).toContain('<div><b>粗</b></div>');
    expect(text).toContain("{'a': 1}");
    expect(text).toContain('----> 1 1 / 0\n\nZeroDivisionError: division by zero\n```');
    expect([...(pictures[0]?.bytes.subarray(1, 4) ?? [])]).toEqual([...Buffer.from('PNG')]);
    expect(findings.map(({ rule }) => rule)).toEqual(['image/no-alt', 'notebook/active-output']);
  });

  it('of Colab loses its badge, keeps the pictures in its text, and folds its forms', () => {
    const { text, findings, pictures } = read(fixture('colab'));
    expect(text).toContain('target="_parent">Open in Colab</a>');
    expect(text).toContain('![走势](p1.png)');
    expect(text).toContain('cell{count=1 code=folded}\n```python\n#@title');
    expect(pictures).toHaveLength(1);
    expect(findings).toEqual([]);
  });

  it('knows where every sign of its text stands in its file', () => {
    for (const file of [fixture('vscode'), fixture('colab')]) {
      const own = file.split('\n');
      const { lines } = read(file);
      const line = lines.find(({ text }) => /^(?:温度|## 附件)/u.test(text));
      expect(line).toBeDefined();
      for (const [offset, sign] of [...(line?.text ?? '')].entries()) {
        expect(own[(line?.line ?? 0) - 1]?.[(line?.columns?.[offset] ?? 0) - 1]).toBe(sign);
      }
    }
    const escaped = of([markdown('a\n\\foo "b"\t\u0007 c')]);
    const line = escaped.lines.find(({ text }) => text.startsWith('\\foo'));
    // In the file: `    "\\foo \"b\"\t\u0007 c"`.
    expect(line?.columns).toEqual([6, 8, 9, 10, 11, 12, 14, 15, 17, 19, 25, 26]);
  });

  it('is read on one line, and with ends of lines of Windows', () => {
    const text = notebookOf([markdown('# 甲\n\n乙'), code('x = 1')]);
    const flat = read(JSON.stringify(JSON.parse(text)));
    expect(flat.text).toBe(read(text).text);
    expect(new Set(flat.lines.map(({ line }) => line))).toEqual(new Set([1]));
    expect(read(text.replaceAll('\n', '\r\n')).lines).toEqual(read(text).lines);
    expect(of([{ ...markdown(''), source: '一\r\n二' }]).text).toBe('\n一\n二');
  });
});

describe('front matter', () => {
  const body = markdown('# 题');

  it.each([
    ['a raw cell with fences', raw('---\ntitle: 甲\n---'), '---\ntitle: 甲\n---\n\n# 题'],
    ['a raw cell without', raw('title: 甲\ntags: [乙]'), '---\ntitle: 甲\ntags: [乙]\n---\n\n# 题'],
    ['a cell of Markdown', markdown('---\ntitle: 甲\n---\n丙'), '---\ntitle: 甲\n---\n\n丙\n\n# 题'],
    ['a rule between paragraphs', markdown('---\n\n丙'), '\n---\n\n丙\n\n# 题'],
    ['a raw cell that is none', raw('甲: 乙'), '\n```text\n甲: 乙\n```\n\n# 题'],
  ])('in %s', (_what, first, expected) => {
    expect(of([first, body]).text).toBe(expected);
  });

  it('under `downlink` before that of other programs', () => {
    const { source } = of([body], { downlink: { title: '甲', tags: ['乙'] }, title: '丙' });
    expect(
      JSON.parse(
        source?.head
          .slice(1, -1)
          .map(({ text }) => text)
          .join('\n') ?? '',
      ),
    ).toEqual({
      title: '甲',
      tags: ['乙'],
    });
  });
});

describe('a cell of code', () => {
  const printed = [stream('stdout', '一\n'), stream('stderr', '二\n')];

  it.each<[string, object, string, RegExp]>([
    ['remove-cell', { tags: ['remove-cell'] }, 'x', /^$/u],
    ['remove_input', { tags: ['remove_input'] }, 'x', /^(?!.*```python)(?=.*一)/su],
    ['remove-output', { tags: ['remove-output'] }, 'x', /^(?=.*```python)(?!.*output)/su],
    ['remove-stderr', { tags: ['remove-stderr'] }, 'x', /^(?=.*一)(?!.*二)/su],
    ['hide-input', { tags: ['hide-input'] }, 'x', /cell\{count=7 code=folded\}/u],
    ['hide-cell', { tags: ['hide-cell'] }, 'x', /cell\{count=7 code=folded output=folded\}/u],
    ['a folded input', { jupyter: { source_hidden: true } }, 'x', /cell\{count=7 code=folded\}/u],
    ['a folded output', { jupyter: { outputs_hidden: true } }, 'x', /cell\{count=7 output=folded\}/u],
    ['a collapsed output', { collapsed: true }, 'x', /cell\{count=7 output=folded\}/u],
    ['echo', {}, '#| echo: false\nx', /^(?!.*```python)(?!.*#\|)(?=.*一)/su],
    ['code-fold', {}, '#| code-fold: true\nx', /code=folded\}\n```python\nx\n```/u],
    ['include', {}, '#| include: false\nx', /^$/u],
    ['warning', {}, '#| warning: false\nx', /^(?=.*一)(?!.*二)/su],
    ['no option', {}, '#| : [\nx', /```python\n#\| : \[\nx/u],
    ['a listing', {}, '#| lst-label: lst-a\n#| lst-cap: 甲\nx', /```python title="甲" #lst-a\nx/u],
    ['a title with a colon', {}, '#| lst-cap: 甲: 乙\nx', /```python title="甲: 乙"\nx/u],
    ['a magic', {}, '%%bash\nls', /```bash\n%%bash\nls/u],
    ['another language', { vscode: { languageId: 'sql' } }, 'x', /```sql\nx/u],
    ['a fence in it', {}, '"""\n````\n"""', /`````python\n"""\n````\n"""\n`````/u],
  ])('heeds %s', (_what, metadata, source, expected) => {
    expect(of([code(source, printed, metadata)]).text.trim()).toMatch(expected);
  });

  it.each([
    [{ language_info: { name: 'julia' } }, 'julia'],
    [{ kernelspec: { name: 'julia-1.10', language: 'julia' } }, 'julia'],
    [{ kernelspec: { name: 'ir', display_name: 'R' } }, 'r'],
    [{ kernelspec: { name: 'xcpp17' } }, 'cpp'],
    [{ kernelspec: { name: 'python3' } }, 'python3'],
    [{}, 'python'],
  ])('is in the language of the kernel: %j', (metadata, language) => {
    const { text, findings } = of([code('x')], metadata);
    expect(text).toContain(`\`\`\`${language}\n`);
    expect(findings).toEqual([]);
  });

  it('says once that nobody knows the language', () => {
    const { findings } = of([code('x'), code('y')], { kernelspec: { name: 'klingon' } });
    expect(findings).toMatchObject([{ rule: 'code/unknown-language', line: 23 }]);
  });

  it('puts together what a stream printed in pieces, as a terminal leaves it', () => {
    const pieces = [
      stream('stderr', '\r 10%'),
      stream('stderr', '\r100%\n'),
      stream('stdout', '\u001b[31m红\u001b[0m\n'),
    ];
    const { text } = of([code('x', pieces)]);
    expect(text).toContain('output{kind=stderr}\n```text\n100%\n```');
    expect(text).toContain('output{kind=stdout}\n```text\n红\n```');
  });

  it('is no figure without a picture, and its first picture is one', () => {
    const picture = shown({ 'image/png': dot.toString('base64'), 'text/plain': '<Figure>' });
    const source = '#| label: fig-a\n#| fig-cap: "甲：$x$"\nplot()';
    const { text, findings, lines } = of([code(source, [stream('stdout', '一'), picture, picture])]);
    expect(text).toContain('figure{#fig-a}\n![甲：$x$](p1.png)\n\n甲：$x$\n\n');
    expect(text.match(/fig-a/gu)).toHaveLength(1);
    expect(findings).toEqual([]);
    const caption = lines.find(({ text: one }) => one === '甲：$x$');
    expect(caption?.columns?.[0]).toBe(String.raw`    "#| fig-cap: \"`.length + 1);
  });

  it('chooses the form of a result that a page can show', () => {
    const first = (data: object): string =>
      of([code('x', [shown(data)])])
        .text.replace(/.*\}\n/su, '')
        .split('\n')[0] ?? '';
    expect(first({ 'text/plain': 'p', 'text/html': '<table><tr><td>1</td></tr></table>' })).toBe(
      '<div><table><tbody><tr><td align="right">1</td></tr></tbody></table></div>',
    );
    expect(first({ 'text/plain': 'p', 'text/markdown': '**m**' })).toBe('**m**');
    expect(first({ 'text/plain': 'p', 'text/latex': '$x$' })).toBe('$$');
    expect(first({ 'text/plain': 'p', 'image/jpeg': 'AAAA' })).toBe('![代码单元 7 画出的图](p1.jpg)');
    expect(first({ 'text/plain': 'p' })).toBe('```text');
    expect(first({ 'application/json': [1, 2] })).toBe('```text');
  });

  it('takes the text alternative of a picture that the program gave', () => {
    const { text, findings } = of([
      code('x', [shown({ 'image/png': 'AAAA' }, { metadata: { 'image/png': { alt: '一条[线]' } } })]),
    ]);
    expect(text).toContain(String.raw`![一条\[线\]](p1.png)`);
    expect(findings).toEqual([]);
  });
});

describe('cells of text', () => {
  it('end their own code, and say that it was not ended', () => {
    const { text, findings } = of([markdown('一\n\n```python\nx = 1'), markdown('二')]);
    expect(text).toContain('```python\nx = 1\n```\n\n二');
    expect(findings).toMatchObject([{ rule: 'code/unclosed', line: 9, column: 6 }]);
  });

  it('are left out where they are for another format', () => {
    expect(of([raw('\\newpage', { raw_mimetype: 'text/latex' })]).text).toBe('');
    expect(of([raw('**甲**', { raw_mimetype: 'text/markdown' })]).text).toBe('\n**甲**');
    expect(of([raw('甲')]).text).toBe('\n```text\n甲\n```');
    expect(of([markdown('甲', { metadata: { tags: ['remove-cell'] } })]).text).toBe('');
  });

  it('find an attachment by its name as it is and as it is written', () => {
    const attachments = { '图 1.png': { 'image/png': dot.toString('base64') } };
    const { text } = of([
      markdown('![a](attachment:图%201.png) ![b](<attachment:图 1.png>) ![c](attachment:2.png)', {
        attachments,
      }),
    ]);
    expect(text.trim()).toBe('![a](p1.png) ![b](<p2.png>) ![c](attachment:2.png)');
  });
});

describe('what is no notebook', () => {
  it.each([
    ['{\n "cells": [\n  {"a" 1}\n ]\n}', 3, 8, /a `:` is missing here/u],
    ['{\n "cells": [', 2, 12, /it ends too early/u],
    ['{"cells": ["a\nb"]}', 1, 12, /a string ends on its line/u],
    ['{"a": 01}', 1, 7, /no value begins like this/u],
    ['{"a": "\\x"}', 1, 7, /stands for nothing/u],
    ['{} x', 1, 4, /nothing may follow/u],
    ['# 标题', 1, 1, /no value begins like this/u],
    ['['.repeat(300), 1, 202, /nested more than 200 deep/u],
    ['[]', 1, 1, /no list of cells/u],
    ['{"worksheets": [], "nbformat": 3}', 1, 32, /of format 3; format 4 is read/u],
    ['{"cells": [], "nbformat": 5}', 1, 27, /of format 5, which is not known yet/u],
  ])('%j is one finding at %i:%i', (text, line, column, message) => {
    const { findings, source } = read(text);
    expect(source).toBeUndefined();
    expect(findings).toMatchObject([{ rule: 'notebook/invalid', line, column }]);
    expect(findings[0]?.message).toMatch(message);
  });

  it('says so of the marks of a merge', () => {
    const text = notebookOf([markdown('一')]).replace('\n "metadata"', '\n<<<<<<< HEAD\n "metadata"');
    expect(read(text).findings[0]?.hint).toContain('git checkout');
  });
});
