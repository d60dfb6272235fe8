import { describe, expect, it } from 'vitest';
import { findLanguage } from '../../../src/renditions/code-languages.ts';
import { highlight } from '../../../src/renditions/code.ts';

const textOf = (html: string): string =>
  (/<code[^>]*>(?<inside>.*)<\/code>/su.exec(html)?.groups?.inside ?? '').replace(/<[^>]*>/gu, '');

describe('highlight', () => {
  it('marks tokens with classes and no inline style, and escapes the code', async () => {
    const { html } = await highlight({ code: 'def f(x):\n    return x < 1  # 小于', language: 'python' });
    expect(html).toContain('<span class="t-keyword">def</span>');
    expect(html).toContain('<span class="t-comment"># 小于</span>');
    expect(html).toContain('&lt;');
    expect(html).not.toContain('style=');
  });

  it('shows title and language', async () => {
    const { html } = await highlight({ code: 'x', language: 'javascript', title: 'a <b>' });
    expect(html).toContain('<span class="code-title">a &lt;b&gt;</span>');
    expect(html).toContain('<span class="code-language">JavaScript</span>');
  });

  it('reads the whole grammar of C++', async () => {
    const { html } = await highlight({ code: 'int x = 1;', language: 'cpp' });
    expect(html).toContain('<span class="t-keyword">int</span> x <span class="t-keyword">=</span>');
  });

  it('wraps lines only where something about a line shows', async () => {
    const { html } = await highlight({ code: 'a\nb', language: 'text' });
    expect(html).toContain('<code translate="no">a\nb</code>');
  });

  it('numbers lines beside the text that is copied', async () => {
    const { html } = await highlight({ code: 'a\n\nb', language: 'text', firstLine: 9 });
    expect(html).toContain('<span class="line" data-line="11">b\n</span>');
    expect(textOf(html)).toBe('a\n\nb\n');
  });

  it('gives each marked line its classes', async () => {
    const marks = [
      { kind: 'add', from: 1, to: 2 },
      { kind: 'focus', from: 2, to: 2 },
    ] as const;
    const { html } = await highlight({ code: 'a\nb\nc', language: 'text', marks });
    expect(html).toContain('<figure class="code has-focus has-diff">');
    expect(html).toContain('<span class="line line-add">a\n</span><span class="line line-add line-focus">b');
    expect(html).toContain('<span class="line">c');
  });

  it('marks a word over the borders of tokens, in its lines alone', async () => {
    const words = [{ word: 'x = 1', from: 1, to: 1 }];
    const { html } = await highlight({ code: 'x = 1\nx = 1', language: 'python', words });
    expect(html.match(/<mark/gu)).toHaveLength(1);
    expect(html).toContain(
      '<mark class="code-word">x <span class="t-keyword">=</span> <span class="t-constant">1</span></mark>\n',
    );
  });

  it('leaves a very long line without colours', async () => {
    const { html } = await highlight({ code: `x = [${'1,'.repeat(10_000)}]`, language: 'python' });
    expect(html).not.toContain('t-constant');
  });
});

describe('findLanguage', () => {
  it.each([
    ['py', 'python'],
    ['Python', 'python'],
    ['python3', 'python'],
    ['python3.11', 'python'],
    ['ipython3', 'python'],
    ['.python', 'python'],
    ['language-js', 'javascript'],
    ['C++', 'cpp'],
    ['c++17', 'cpp'],
    ['C/C++', 'cpp'],
    ['cuda', 'cpp'],
    ['c#', 'csharp'],
    ['sh', 'shellscript'],
    ['Bash', 'shellscript'],
    ['golang', 'go'],
    ['plaintext', 'text'],
    ['txt', 'text'],
    ['none', 'text'],
    ['', 'text'],
    ['pyhton', undefined],
    ['constructor', undefined],
  ])('%s → %s', (name, id) => {
    expect(findLanguage(name)?.id).toBe(id);
  });
});
