import { expect, it } from 'vitest';
import { bookSheet, plainSheet } from '../../../src/exports/book-styles.ts';

const values = new Map([
  ['--ink', '#111'],
  ['--data', 'light-dark(var(--ink), #eee)'],
]);
const used = new Set(['a', 'b', 'c']);
const plain = (css: string): string =>
  plainSheet(css, values, (name) => used.has(name)).replace(/\s+/gu, ' ');

it.each([
  ['layers', '@import "x.css";\n@layer one {\n  .a {\n    color: red;\n  }\n}\n', '.a { color: red; }'],
  ['custom properties and schemes', '.a { color: var(--data); }', '.a { color: #111; }'],
  ['lists of selectors', '.a :is(.b, .c) i, .b { top: 0; }', '.a .b i, .a .c i, .b { top: 0; }'],
  ['classes that are not there', '.a, .d { top: 0; } .d { top: 1px; }', '.a { top: 0; }'],
  ['states', '.a:hover { top: 0; } .a:has(.b) { top: 0; } :root { --x: 1; }', ''],
  ['media', '@media print { .a { top: 0; } .b { top: 0; } } .c { top: 0; }', '.c { top: 0; }'],
])('%s are made plain', (_what, css, expected) => {
  expect(plain(css)).toBe(expected);
});

it('has the colours of the site and the rules of the figures that a book shows', () => {
  const css = bookSheet('<svg class="living-svg"><rect class="lora-memory-trained"/></svg>');
  expect(css).toMatch(/\.lora-memory-trained \{\s+fill: #1d5687;/u);
  expect(css).not.toMatch(/low-rank|var\(|light-dark|@layer|:is\(/u);
});
