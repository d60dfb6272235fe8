import { describe, expect, it } from 'vitest';
import { escapeHtml } from '../../src/escape-html.ts';

describe('escapeHtml', () => {
  it('leaves nothing that ends a text or a quoted attribute', () => {
    expect(escapeHtml(`<a href="x">A & B</a>`)).toBe('&lt;a href=&quot;x&quot;&gt;A &amp; B&lt;/a&gt;');
  });

  it('escapes once more what is escaped already', () => {
    expect(escapeHtml('&lt;')).toBe('&amp;lt;');
  });

  it('leaves other signs as they are', () => {
    expect(escapeHtml("注意力 × '👩‍🔬'")).toBe("注意力 × '👩‍🔬'");
  });
});
