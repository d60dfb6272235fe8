import { describe, expect, it } from 'vitest';
import { evaluate } from '../../../src/markdown/num-expression.ts';
import { ExpressionError } from '../../../src/markdown/num-tokens.ts';

const none = new Map<string, number>();

describe('evaluate', () => {
  it.each([
    ['1 + 2 * 3', 7],
    ['(1 + 2) * 3', 9],
    ['2^3^2', 512],
    ['2**10', 1024],
    ['-2^2', -4],
    ['2^-1', 0.5],
    ['7 % 4', 3],
    ['50% * 8', 4],
    ['10 % (2 + 1)', 1],
    ['1.5e3 + 1_000', 2500],
    ['7B / 1万', 700_000],
    ['4Ki', 4096],
    ['6 ÷ 2 × 3 − 1', 8],
    ['min(3, 1, 2) + max(1, 2)', 3],
    ['sqrt(16) + abs(-1) + ceil(1.2) + floor(1.8) + round(2.5)', 4 + 1 + 2 + 1 + 3],
    ['log2(8) + log10(100) + ln(exp(1)) + log(exp(2))', 3 + 2 + 1 + 2],
    ['2*d*r*L*4 d=4096 r=8 L=32', 8_388_608],
    ['h d=64, n=32, h=d*n', 2048],
    ['隐层 * 2 隐层=8', 16],
    ['pi', Math.PI],
    ['5% x=1', 0.05],
  ])('%s = %d', (source, value) => {
    expect(evaluate(source, none).value).toBeCloseTo(value, 10);
  });

  it('reads a tolerance, in parts or absolute', () => {
    expect(evaluate('2*d d=3 ~ 1%', none)).toMatchObject({
      expression: '2*d',
      tolerance: { value: 0.01, isRelative: true },
    });
    expect(evaluate('5 ~ 0.5', none).tolerance).toEqual({ value: 0.5, isRelative: false });
  });

  it('knows earlier variables, and prefers its own', () => {
    const known = new Map([['d', 4]]);
    expect(evaluate('d', known).value).toBe(4);
    expect(evaluate('d d=d+1', known).value).toBe(5);
    expect(known.get('d')).toBe(4);
  });

  it.each([
    ['', 0],
    ['2 *', 3],
    ['2 * (3 + 1', 4],
    ['2 d d=1', 2],
    ['2d d=1', 1],
    ['2 * x', 4],
    ['sin(1)', 0],
    ['sqrt(1, 2)', 0],
    ['1 $ 2', 2],
    ['1/0', 0],
    ['d d=1 2', 6],
    ['constructor(1)', 0],
    [`${'('.repeat(1000)}1`, 101],
  ])('says where it cannot read: %s', (source, offset) => {
    let caught: unknown;
    try {
      evaluate(source, none);
    } catch (error) {
      caught = error;
    }
    expect(caught).toBeInstanceOf(ExpressionError);
    expect((caught as ExpressionError).offset).toBe(offset);
  });
});
