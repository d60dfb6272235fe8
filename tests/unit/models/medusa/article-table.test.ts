import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import {
  entropyOf,
  typicalThreshold,
  typicalTokens,
} from '../../../../src/models/medusa/typical-acceptance.ts';
import { tableOf } from '../../content/cited-table.ts';

const article = readFileSync(new URL('../../../../content/posts/medusa/zh.mdx', import.meta.url), 'utf8');
const [, ...rows] = tableOf(article, 'tbl-typical') ?? [];

/** `(0.90, 0.10)`, or `20 个 token 均匀分布`. */
function distributionOf(cell: string): number[] {
  const [, count] = /^(\d+) 个 token 均匀分布$/u.exec(cell) ?? [];
  if (count !== undefined) return Array.from({ length: Number(count) }, () => 1 / Number(count));
  return cell.replaceAll(/[()]/gu, '').split(',').map(Number);
}

describe('the examples of typical acceptance in the article', () => {
  it('are three', () => {
    expect(rows).toHaveLength(3);
  });

  it.each(rows.map(([cell = '', ...others]) => [cell, others] as const))('%s', (cell, others) => {
    const distribution = distributionOf(cell);
    const authors = { epsilon: 0.09, delta: 0.3 };
    const entropy = entropyOf(distribution);
    expect(others).toEqual([
      entropy.toFixed(2),
      (0.3 * Math.exp(-entropy)).toFixed(3),
      typicalThreshold(distribution, authors).toFixed(3),
      String(typicalTokens(distribution, authors).length),
    ]);
  });
});
