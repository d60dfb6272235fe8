import { expect, it } from 'vitest';
import { compileFiles } from '../../markdown/compile-text.ts';

it.each([
  ['$$\\begin{aligned}\na + \\foo\n\\end{aligned}$$', 6, 5],
  ['$$ a + \\foo\n+ b $$', 5, 8],
  ['\\[\n  \\foo\n\\]', 6, 3],
  ['由 \\(a + \\foo\\) 得', 5, 9],
  ['因此 $$\n- \\foo\n$$ 成立', 6, 3],
  ['```math\n\\foo\n```', 6, 1],
])('points into the formula %j', async (body, line, column) => {
  const { diagnostics } = await compileFiles({ 'a.md': `---\ntitle: 甲\ndate: 2026-01-01\n---\n${body}` });
  expect(diagnostics).toMatchObject([{ rule: 'math/undefined-command', line, column, length: 4 }]);
});
