import { describe, expect, it } from 'vitest';
import { usedMacros } from '../../../src/renditions/used-macros.ts';

const names = (tex: string, macros: Record<string, string>): string[] =>
  usedMacros(tex, macros).map(([name]) => name);

describe('usedMacros', () => {
  const macros = {
    '\\vect': '\\mathbf{#1}',
    '\\pair': '(\\vect{#1}, \\vect{#2})',
    '\\ve': 'e',
    '\\lonely': 'l',
  };

  it.each([
    ['x', []],
    ['\\vect{x}', ['\\vect']],
    ['\\vector', []],
    ['\\pair{a}{b}', ['\\pair', '\\vect']],
    ['\\\\vect', []],
    ['\\ve\\vect', ['\\ve', '\\vect']],
  ])('%s', (tex, used) => {
    expect(names(tex, macros)).toEqual(used);
  });

  it('counts a macro that stands for a command of KaTeX, which its own commands may use', () => {
    expect(names('\\R', { '\\mathbb': 'x', '\\unused': 'y' })).toEqual(['\\mathbb']);
    expect(names('x', { '\\dots': 'x', '\\@secret': 'y', ä: 'z' })).toEqual(['\\@secret', '\\dots', 'ä']);
  });

  it('comes to an end with macros that use one another', () => {
    expect(names('\\aa', { '\\aaa': '\\bbb', '\\bbb': '\\aaa' })).toEqual([]);
    expect(names('\\aaa', { '\\aaa': '\\bbb', '\\bbb': '\\aaa' })).toEqual(['\\aaa', '\\bbb']);
  });
});
