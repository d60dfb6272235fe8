import { describe, expect, it } from 'vitest';
import { highlight, knownLanguage } from '../../../src/renditions/code.ts';

describe('highlight', () => {
  it('marks tokens with classes and no inline style, and escapes the code', async () => {
    const { html } = await highlight({ code: 'def f(x):\n    return x < 1  # 小于', language: 'python' });
    expect(html).toContain('<span class="t-keyword">def</span>');
    expect(html).toContain('<span class="t-comment"># 小于</span>');
    expect(html).toContain('&lt;');
    expect(html).not.toContain('style=');
  });

  it('shows title and language', async () => {
    const { html } = await highlight({ code: 'x', language: 'js', title: 'a <b>' });
    expect(html).toContain('<span class="code-title">a &lt;b&gt;</span>');
    expect(html).toContain('<span class="code-language">js</span>');
  });
});

describe('knownLanguage', () => {
  it.each([
    ['py', 'py'],
    ['Python', 'python'],
    ['', 'text'],
    ['txt', 'text'],
    ['pyhton', undefined],
  ])('%s → %s', (name, language) => {
    expect(knownLanguage(name)).toBe(language);
  });
});
