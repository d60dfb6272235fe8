import { describe, expect, it } from 'vitest';
import { findReferences } from '../../../src/markdown/label-references.ts';

const known = new Set(['fig-arch', 'sec-方法', 'eq-a.b']);

const found = (text: string) =>
  findReferences(text, (id) => known.has(id)).map(({ start, end, references }) => [
    text.slice(start, end),
    references.map(({ id, style }) => `${id}:${style}`).join(' '),
  ]);

describe('findReferences', () => {
  it.each([
    ['见 @fig-arch。', [['@fig-arch', 'fig-arch:full']]],
    ['如@fig-arch所示', [['@fig-arch', 'fig-arch:full']]],
    ['@eq:lora', [['@eq:lora', 'eq-lora:full']]],
    [
      '@eq-a.b, @eq-c.',
      [
        ['@eq-a.b', 'eq-a.b:full'],
        ['@eq-c', 'eq-c:full'],
      ],
    ],
    ['@sec-方法中说', [['@sec-方法', 'sec-方法:full']]],
    ['@sec-未知', [['@sec-未知', 'sec-未知:full']]],
    ['@fig-nope所示', [['@fig-nope', 'fig-nope:full']]],
    ['[-@eq-a]', [['[-@eq-a]', 'eq-a:short']]],
    ['[@fig-a; -@fig-b；@eq-c]', [['[@fig-a; -@fig-b；@eq-c]', 'fig-a:full fig-b:short eq-c:full']]],
    ['[见 @fig-a]', [['@fig-a', 'fig-a:full']]],
    [
      '\\eqref{eq:a}、\\ref{tab:b}',
      [
        ['\\eqref{eq:a}', 'eq-a:short'],
        ['\\ref{tab:b}', 'tbl-b:number'],
      ],
    ],
    ['\\cref{eq:a,fig:b}', [['\\cref{eq:a,fig:b}', 'eq-a:full fig-b:full']]],
    ['me@eq-a.org a/@fig-b @hu2021lora @someone @figure-x @fig- @figs-a', []],
    ['[@hu2021; @fig-a]', []],
  ])('%s', (text, references) => {
    expect(found(text)).toEqual(references);
  });
});
