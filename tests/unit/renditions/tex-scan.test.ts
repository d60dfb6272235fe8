import { describe, expect, it } from 'vitest';
import { argumentAt, callsOf, scanTex } from '../../../src/renditions/tex-scan.ts';

describe('scanTex', () => {
  it('cuts TeX into its pieces and loses nothing', () => {
    const tex = '\\begin {align} a &= \\%b \\\\ % c & d\n\\{ x \\} \\end{align}\\';
    const tokens = scanTex(tex);
    expect(tokens.map(({ start, end }) => tex.slice(start, end)).join('')).toBe(tex);
    expect(tokens.filter(({ kind }) => kind !== 'other').map(({ kind, text }) => [kind, text])).toEqual([
      ['begin', 'align'],
      ['cell', '&'],
      ['command', '\\%'],
      ['command', '\\\\'],
      ['comment', '% c & d\n'],
      ['command', '\\{'],
      ['command', '\\}'],
      ['end', 'align'],
    ]);
  });
});

describe('argumentAt', () => {
  it.each([
    [' {a{b}\\}c} d', 'a{b}\\}c'],
    ['{}', ''],
    ['{a', undefined],
    ['a{b}', undefined],
  ])('%j', (tex, value) => {
    expect(argumentAt(tex, 0)?.value).toBe(value);
  });
});

describe('callsOf', () => {
  it('finds commands with their arguments, but not in comments', () => {
    const calls = callsOf('a \\tag*{A} % \\tag{B}\n\\tag{C}\\tagged{D}\\tag', new Set(['\\tag']));
    expect(calls).toEqual([
      { name: '\\tag', starred: true, argument: 'A', start: 2, end: 10 },
      { name: '\\tag', starred: false, argument: 'C', start: 21, end: 28 },
    ]);
  });
});
