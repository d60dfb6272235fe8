import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { bytesPerParameter, trainingSchemes } from '../../../../src/models/precision/training-memory.ts';
import { tableOf } from '../../content/cited-table.ts';

const article = readFileSync(
  new URL('../../../../content/posts/mixed-precision/zh.mdx', import.meta.url),
  'utf8',
);

it('the table of bytes in the article on mixed precision is that of the model', () => {
  const [, ...rows] = tableOf(article, 'tbl-memory') ?? [];
  const bytes = (text: string): number => Number(/\d+/u.exec(text)?.[0] ?? 0);
  expect(
    rows.map(([, weights = '', gradients = '', masterWeights = '', moments = '', sum = '']) => ({
      // A copy that exists only for a moment is not counted.
      weights: weights.startsWith('临时') ? 0 : bytes(weights),
      gradients: bytes(gradients),
      masterWeights: bytes(masterWeights),
      moments: bytes(moments),
      sum: bytes(sum),
    })),
  ).toEqual(Object.values(trainingSchemes).map((scheme) => ({ ...scheme, sum: bytesPerParameter(scheme) })));
});
