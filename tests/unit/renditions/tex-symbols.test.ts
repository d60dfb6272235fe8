import { describe, expect, it } from 'vitest';
import { expandMacros } from '../../../src/renditions/tex-expand.ts';
import { markSymbols, symbolId, symbolNames, symbolText } from '../../../src/renditions/tex-symbols.ts';

const macros = {
  '\\norm': '\\lVert #1\\rVert',
  '\\Lmtp': '\\mathcal L_{\\text{MTP}}',
  '\\op': '\\operatorname{#1}',
  '\\drop': '\\@firstoftwo{x}{#1}',
};

/** A formula with `<symbol>` before each group that is marked. */
function marked(tex: string, ...keys: string[]): string {
  const names = new Map(keys.map((key) => [symbolText(key, macros) ?? '', key]));
  const symbols = [...names.keys()].map((text) => ({ id: symbolId(text), tex: text }));
  const keyOf = (id: string): string => names.get(symbols.find((one) => one.id === id)?.tex ?? '') ?? '?';
  return markSymbols(tex, macros, symbols, (id) => `<${keyOf(id)}>`);
}

describe('symbolText', () => {
  it.each([
    ['W_0', 'W_0'],
    [' W_{ 0 } ', 'W_0'],
    ['{W}_{0}', 'W_0'],
    ['\\mathcal L_\\text{MTP}', '\\mathcal{L}_{\\text{MTP}}'],
    ['\\Lmtp', '\\mathcal{L}_{\\text{MTP}}'],
    ["W'", "W'"],
    ['W^\\prime', "W'"],
    ['\\Delta W', '\\Delta W'],
    ['x^{*}', 'x^*'],
  ])('%s → %s', (tex, text) => {
    expect(symbolText(tex, macros)).toBe(text);
  });

  it.each(['', ' ', '% x', '}', '\\def\\a{x}\\a'])('%j is no symbol', (tex) => {
    expect(symbolText(tex, {})).toBeUndefined();
  });

  it('reads its own output as the same symbol', () => {
    for (const tex of ['W_{0}', '\\hat\\theta_{i,j}^{(t)}', '\\frac12', '{\\bf x}_t', '\\sqrt[3]{x+1}']) {
      const text = symbolText(tex, {}) ?? '';
      expect(symbolText(text, {})).toBe(text);
    }
  });
});

describe('symbolId', () => {
  it('keeps what an attribute and an address can hold, and tells all others apart', () => {
    expect(symbolId('W_0')).toBe('W_0');
    const ids = ['alpha', '\\alpha', "W'", 'W^*', 'W', '\\|', '\\mathcal{L}_{\\text{MTP}}'].map(symbolId);
    expect(new Set(ids).size).toBe(ids.length);
    for (const id of ids) expect(id).toMatch(/^\w[\w-]*$/u);
  });
});

describe('markSymbols', () => {
  it.each([
    ['x + B x', ['B'], 'x + <B>{B} x'],
    ['BA', ['A', 'B'], '<B>{B}<A>{A}'],
    // A superscript is a power or a transpose; a subscript or a prime makes another symbol.
    ['W x + W^\\top + W_0 + W_i', ['W'], '<W>{W} x + <W>{W^\\top} + W_0 + W_i'],
    ['W_0^2 {W_0}^\\top W_{0}', ['W_0'], '<W_0>{W_0^2} <W_0>{{W_0}^\\top} <W_0>{W_{0}}'],
    ["W' W", ['W'], "W' <W>{W}"],
    ["W'_0", ["W'_0"], "<W'_0>{W'_0}"],
    // A key with a superscript is meant exactly, and wins.
    ['W^Q x W^K', ['W', 'W^Q'], '<W^Q>{W^Q} x <W>{W^K}'],
    ['\\Delta W^2 + W', ['W', '\\Delta W'], '<\\Delta W>{\\Delta W^2} + <W>{W}'],
    // Scripts and arguments are formulas too.
    ['x^{\\alpha B}', ['\\alpha', 'B'], 'x^{<\\alpha>{\\alpha} <B>{B}}'],
    ['W^B', ['W', 'B'], '<W>{W^{<B>{B}}}'],
    ['x_\\alpha', ['\\alpha'], 'x_{<\\alpha>{\\alpha}}'],
    ['\\frac\\alpha r', ['\\alpha', 'r'], '\\frac{<\\alpha>{\\alpha}} {<r>{r}}'],
    ['\\sqrt[n]{n}', ['n'], '\\sqrt[n]{<n>{n}}'],
    ['\\xi[n]', ['n'], '\\xi[<n>{n}]'],
    // What a symbol is made of is no symbol of its own.
    ['W_r', ['r', 'W_r'], '<W_r>{W_r}'],
    [
      '\\Lmtp',
      ['\\mathcal{L}_{\\text{MTP}}', 'L'],
      '<\\mathcal{L}_{\\text{MTP}}>{\\mathcal L_{\\text{MTP}}}',
    ],
    // Other alphabets, accents and words.
    ['\\mathbf{B} {\\bf B} \\hat B \\hat{B}', ['B'], '\\mathbf{B} {\\bf B} \\hat B \\hat{B}'],
    ['\\hat B', ['\\hat{B}', 'B'], '<\\hat{B}>{\\hat B}'],
    ['\\overline{A+B}', ['B'], '\\overline{A+<B>{B}}'],
    ['\\operatorname{B} \\text{B $B$} \\op B', ['B'], '\\operatorname{B} \\text{B $B$} \\operatorname{B}'],
    [
      '\\tag{B} \\color{B} \\textcolor{B}{B} \\hspace{B}',
      ['B'],
      '\\tag{B} \\color{B} \\textcolor{B}{<B>{B}} \\hspace{B}',
    ],
    // Scripts after a delimiter or an environment belong to it.
    ['\\left(B\\right)^2', ['B'], '\\left(<B>{B}\\right)^2'],
    ['\\begin{pmatrix}B\\end{pmatrix}^\\top', ['B'], '\\begin{pmatrix}<B>{B}\\end{pmatrix}^\\top'],
    [
      '\\begin{array}{cc}c&c\\\\[1em]c\\end{array}',
      ['c'],
      '\\begin{array}{cc}<c>{c}&<c>{c}\\\\[1em]<c>{c}\\end{array}',
    ],
    ['\\sum\\limits_{k} k', ['k'], '\\sum\\limits_{<k>{k}} <k>{k}'],
    // Macros are written out; comments are not read.
    ['\\norm W', ['W'], '\\lVert <W>{W}\\rVert'],
    ['B % B', ['B'], '<B>{B}  '],
    // What only KaTeX can tell stays as it is.
    ['\\def\\a{B}\\a', ['B'], '\\def\\a{B}\\a'],
    ['B}', ['B'], 'B}'],
    ['{'.repeat(200) + 'B' + '}'.repeat(200), ['B'], '{'.repeat(200) + 'B' + '}'.repeat(200)],
  ])('%s with %j', (tex, keys, expected) => {
    expect(marked(tex, ...keys)).toBe(expected);
  });
});

describe('expandMacros', () => {
  it('writes out what KaTeX would', () => {
    expect(expandMacros('\\norm{\\norm x}y', macros)).toBe('\\lVert \\lVert x\\rVert\\rVert y');
    expect(expandMacros('\\drop{a}y', macros)).toBe('xy');
    expect(expandMacros('\\a b\\%c', { '\\a': '\\alpha' })).toBe('\\alpha b\\%c');
    expect(expandMacros('\\a{}b', { '\\a': '\\alpha' })).toBe('\\alpha{}b');
  });

  it('gives up where there is no end, or an argument is missing', () => {
    expect(expandMacros('\\a', { '\\a': '\\a\\a' })).toBeUndefined();
    expect(expandMacros('\\norm', macros)).toBeUndefined();
  });
});

describe('symbolNames', () => {
  it('lists what a formula has, at any depth', () => {
    expect(symbolNames('W_0^\\top \\frac{\\hat x}{2}', {})).toEqual(
      expect.arrayContaining(['W_0', '\\top', '\\hat{x}', '2']),
    );
  });
});
