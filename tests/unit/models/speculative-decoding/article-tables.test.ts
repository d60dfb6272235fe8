import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { expectedTokens } from '../../../../src/models/speculative-decoding/expected-tokens.ts';
import {
  batchSpeedUp,
  bestGamma,
  passTime,
  speedUp,
} from '../../../../src/models/speculative-decoding/speed-up.ts';
import { tableOf } from '../../content/cited-table.ts';

const article = readFileSync(
  new URL('../../../../content/posts/speculative-decoding/zh.mdx', import.meta.url),
  'utf8',
);

const rowsOf = (id: string): string[][] => {
  const rows = tableOf(article, id);
  if (!rows) throw new Error(`There is no table ${id}.`);
  return rows;
};

const times = (value: number): string => `${value.toFixed(2)}×`;

describe('the computed tables of the article on speculative decoding', () => {
  it('have the best γ and its gain', () => {
    const [[, ...heads] = [], ...rows] = rowsOf('tbl-best');
    const costs = heads.map((head) => Number(head.replace(/^\D*/u, '')));
    expect(costs).toEqual([0.01, 0.05, 0.1, 0.2, 0.5]);
    expect(rows).toHaveLength(5);
    for (const [name = '', ...cells] of rows) {
      const alpha = Number(name);
      expect(cells).toEqual(
        costs.map((c) => {
          const gamma = bestGamma({ alpha, c });
          return `${String(gamma)}，${times(speedUp({ alpha, c }, gamma))}`;
        }),
      );
    }
  });

  it('have the gain of batches on an A100', () => {
    const balance = 312e12 / 2039e9;
    const [, ...rows] = rowsOf('tbl-batch');
    expect(rows.map(([batch]) => batch)).toEqual(['1', '32', '64', '128', '256']);
    for (const [batch = '', ...cells] of rows) {
      const size = Number(batch);
      expect(cells).toEqual([
        String(size * 5),
        (passTime(size * 5, balance) / passTime(size, balance)).toFixed(2),
        times(batchSpeedUp({ alpha: 0.8, c: 0.05 }, 4, size, balance)),
      ]);
    }
  });

  it('have the limit of the formula beside what was measured', () => {
    const [, ...rows] = rowsOf('tbl-measured');
    expect(rows).toHaveLength(6);
    for (const [, , gamma, alpha, limit] of rows) {
      expect(limit).toBe(times(expectedTokens(Number(alpha), Number(gamma))));
    }
  });
});
