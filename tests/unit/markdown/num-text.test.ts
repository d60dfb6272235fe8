import { describe, expect, it } from 'vitest';
import { readNumber } from '../../../src/markdown/num-text.ts';

describe('readNumber', () => {
  it.each([
    ['16.8 M', 16.8e6, 0.05e6],
    ['16.8M 参数', 16.8e6, 0.05e6],
    ['约 1.3 亿', 1.3e8, 0.05e8],
    ['839 万个', 839e4, 0.5e4],
    ['3 千亿', 3e11, 0.5e11],
    ['2 万亿', 2e12, 0.5e12],
    ['12.5%', 0.125, 0.0005],
    ['7B', 7e9, 0.5e9],
    ['4 GB', 4e9, 0.5e9],
    ['4 GiB', 4 * 2 ** 30, 2 ** 29],
    ['312 TFLOPS', 312e12, 0.5e12],
    ['2.5 Gbps', 2.5e9, 0.05e9],
    ['1,024 个', 1024, 0.5],
    ['3.2 × 10^9', 3.2e9, 0.05e9],
    ['3.2×10⁻³', 3.2e-3, 0.05e-3],
    ['1.5e-3', 1.5e-3, 0.05e-3],
    ['−3.5', -3.5, 0.05],
    ['2.4 倍', 2.4, 0.05],
    ['5 ms', 5, 0.5],
    ['3 Metres', 3, 0.5],
  ])('%s', (text, value, halfUnit) => {
    const shown = readNumber(text);
    expect(shown?.value).toBeCloseTo(value, 12);
    expect((shown?.halfUnit ?? 0) / halfUnit).toBeCloseTo(1, 12);
  });

  it('puts another value in, in as many digits', () => {
    expect(readNumber('约 16.8 M 个')?.withValue(8_388_608)).toBe('约 8.4 M 个');
  });

  it('finds nothing where there is no number', () => {
    expect(readNumber('很多')).toBeUndefined();
  });
});
