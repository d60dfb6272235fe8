import { describe, expect, it } from 'vitest';
import { overLimits } from '../../../src/loader/limits.ts';

describe('overLimits', () => {
  it.each([
    ['an ordinary article', '# 题\n\n- 甲\n  - 乙\n\n> > 引 **粗** `code` [a](b)\n\n|a|b|\n|-|-|\n|1|2|\n'],
    ['the longest line that was seen', '中文，words '.repeat(65_703)],
    ['a long table', `|a|b|c|\n|-|-|-|\n${'|1|2|3|\n'.repeat(10_000)}`],
    ['closed marks', '*a* _b_ ~~c~~ `d` '.repeat(20_000)],
    ['signs of a product', '2*3*4 '.repeat(20_000)],
    ['snake_case', 'snake_case_name '.repeat(20_000)],
    ['rules and numbers', '---\n***\n1.5 倍\n-3 度\n'.repeat(5000)],
    ['a deeply indented block of code', `${' '.repeat(400)}x\n`.repeat(100)],
  ])('lets %s through', (_name, body) => {
    expect(overLimits(body)).toBeUndefined();
  });

  it('says where it stopped', () => {
    expect(overLimits(`一\n\n${'> '.repeat(101)}二`)).toMatchObject({ rule: 'content/too-deep', line: 3 });
    expect(overLimits(`一\n\n${'*a_ '.repeat(20_000)}`)).toMatchObject({
      rule: 'content/too-large',
      line: 3,
    });
    expect(overLimits(`一\n${'|'.repeat(1001)}`)).toMatchObject({ rule: 'content/too-large', line: 2 });
  });

  it('counts lists that are opened line by line', () => {
    const nested = (depth: number) =>
      Array.from({ length: depth }, (_, index) => `${'   '.repeat(index)}1. 甲`).join('\n');
    expect(overLimits(nested(100))).toBeUndefined();
    expect(overLimits(nested(101))).toMatchObject({ rule: 'content/too-deep', line: 101 });
    expect(overLimits(`${nested(60)}\n\n- 乙\n\n${nested(60)}`)).toBeUndefined();
  });
});
