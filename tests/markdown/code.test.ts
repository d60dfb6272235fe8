import { symlinkSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { processRenditions } from '../../src/renditions/shared.ts';
import { fillSlots } from '../../src/renditions/slot.ts';
import { compileFiles, compileText } from './compile-text.ts';

const head = '---\ntitle: 甲\ndate: 2026-01-01\n---\n';
const lora = 'import torch\n\n# region forward\ndef f(x):\n    return x  # [!code ++]\n# endregion\n';

const htmlOf = ({ articles }: Awaited<ReturnType<typeof compileFiles>>): string =>
  fillSlots(articles[0]?.html ?? '', processRenditions(), (rendition) => rendition.html);

describe('code from a file', () => {
  it('takes a region, numbered as in the file, under the name of the file', async () => {
    const body = '```python file="./code/lora.py#forward" showLineNumbers\n```\n';
    const result = await compileFiles({ 'a.md': head + body, 'code/lora.py': lora });
    expect(result.diagnostics).toEqual([]);
    expect(htmlOf(result)).toContain('<span class="code-title">code/lora.py</span>');
    expect(htmlOf(result)).toContain('<span class="line" data-line="4"><span class="t-keyword">def</span>');
    expect(htmlOf(result)).toContain('<span class="line line-add" data-line="5">');
    expect(result.articles[0]?.sections[0]?.blocks).toEqual([
      { kind: 'code', text: 'def f(x):\n    return x' },
    ]);
  });

  it.each(['../secret.py', '/etc/hostname', './link.py', '.', './a.bin'])('refuses %s', async (name) => {
    const files = {
      'posts/a/zh.md': `${head}\`\`\`python file="${name}"\n\`\`\`\n`,
      'posts/secret.py': 'x = 1',
      'posts/a/a.bin': Uint8Array.from([0xff, 0xfe, 0x00]),
    };
    const { diagnostics } = await compileFiles(files, undefined, (folder) => {
      symlinkSync('/etc/hostname', path.join(folder, 'posts/a/link.py'));
    });
    expect(diagnostics).toMatchObject([
      { rule: 'code/missing-file', line: 5, column: 17, length: name.length },
    ]);
  });

  it('suggests the nearest region, and reports code that a file would replace', async () => {
    const body = '```python file="./l.py#foward"\nx = 1\n```\n';
    const { diagnostics } = await compileFiles({ 'a.md': head + body, 'l.py': lora });
    expect(diagnostics).toMatchObject([
      { rule: 'code/bad-meta', line: 5 },
      { rule: 'code/missing-region', hint: 'did you mean `forward`?' },
    ]);
  });
});

describe('fences', () => {
  it.each([
    ['`````\n````\n', 5, 1],
    ['> ```js\n> x\n\n后文', 5, 3],
    ['- 项\n  ~~~js\n  x\n  ```\n', 6, 3],
  ])('finds the one that is never closed: %j', async (body, line, column) => {
    const { diagnostics } = await compileFiles({ 'a.md': head + body });
    expect(diagnostics).toMatchObject([{ rule: 'code/unclosed', line, column }]);
  });

  it.each(['```\nx\n````  \n', '- ```js\n  x\n  ```\n', '> ~~~\n> x\n> ~~~\n', '    缩进\n'])(
    'knows a closed one, and code without any: %j',
    async (body) => {
      expect((await compileFiles({ 'a.md': head + body })).diagnostics).toEqual([]);
    },
  );

  it('gives a label to a listing and lets the text refer to it', async () => {
    const { html, diagnostics } = await compileText('```js #lst-a\nx\n```\n\n见 @lst-a。\n');
    expect(diagnostics).toEqual([]);
    expect(html).toMatch(
      /<div id="lst-a" class="listing"><span class="label-number">代码\s1<\/span><figure/u,
    );
    expect(html).toContain('href="#lst-a"');
  });

  it('points at a mark that cannot be read', async () => {
    const { diagnostics } = await compileFiles({
      'a.md': `${head}> \`\`\`js\n> let x; // [!code hilight]\n> \`\`\`\n`,
    });
    expect(diagnostics).toMatchObject([
      { rule: 'code/bad-meta', line: 6, column: 13, length: 15, hint: 'did you mean `highlight`?' },
    ]);
  });

  it('does the same in MDX', async () => {
    const body = '```python {9} #lst-a\nx = 1 # [!code ++]\n```\n\n:num[9]{= 2*d d=4}\n';
    const result = await compileFiles({ 'a.mdx': head + body });
    expect(result.diagnostics).toMatchObject([
      { rule: 'number/mismatch', line: 9, column: 6 },
      { rule: 'code/bad-meta', line: 5, column: 12 },
    ]);
    expect(result.articles[0]?.sections[0]?.blocks).toContainEqual({ kind: 'code', text: 'x = 1' });
  });
});

describe('diagrams', () => {
  it('are reported at the words that are meant', async () => {
    const { diagnostics } = await compileFiles({
      'a.md': `${head}\`\`\`mermaid\nflowchart LR\n  A --> B\n  A --> ???\n\`\`\`\n`,
    });
    expect(diagnostics).toMatchObject([{ rule: 'diagram/syntax', line: 8, column: 9, length: 3 }]);
  });
});

describe('checked numbers', () => {
  it('says what was computed and what to write', async () => {
    const { diagnostics } = await compileFiles({
      'a.md': `${head}共 :num[16.8 M]{= 2*d*r*L*4 d=4096 r=8 L=32}。`,
    });
    expect(diagnostics).toMatchObject([
      {
        rule: 'number/mismatch',
        line: 5,
        column: 8,
        length: 6,
        message: 'The text says 16.8 M, which is 16800000; the expression gives 8388608.',
        hint: 'write 8.4 M, or allow for more with `~ 1%` at the end',
      },
    ]);
  });

  it.each([
    [':num[8]', 5, 1],
    [':num[8]{2*4}', 5, 1],
    ['一 :num[8', 5, 3],
    ['一 :num[8]{= 2*4', 5, 3],
    [':num[很多]{= 8}', 5, 6],
    [':num[8]{= 2*\nx}', 6, 1],
    ['甲\n\n> 乙\n> :num[8]{= 2*x}', 8, 15],
  ])('cannot read %j', async (body, line, column) => {
    const { diagnostics } = await compileFiles({ 'a.md': head + body });
    const found = diagnostics.filter(({ rule }) => rule === 'number/syntax');
    expect(found.map((diagnostic) => [diagnostic.line, diagnostic.column])).toEqual([[line, column]]);
  });

  it('keeps the text in headings, excerpts and search', async () => {
    const { article, diagnostics } = await compileText('共 :num[8]{= 2*4} 个。\n\n## 共 :num[9]{= 3*3}\n');
    expect(diagnostics).toEqual([]);
    expect(article?.data.excerpt).toBe('共 8 个。');
    expect(article?.data.headings).toMatchObject([{ text: '共 9' }]);
  });

  it('reads brackets that nobody closes in time', async () => {
    const { diagnostics } = await compileFiles({ 'a.md': head + ':num['.repeat(5000) });
    expect(diagnostics.some(({ rule }) => rule === 'number/syntax')).toBe(true);
  });
});
