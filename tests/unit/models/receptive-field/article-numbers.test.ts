import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import {
  denseParameters,
  gcnParameters,
  receptiveField,
  refinementParameters,
  resnetSteps,
  stackParameters,
} from '../../../../src/models/receptive-field/sizes.ts';
import { tableOf } from '../../content/cited-table.ts';

const article = readFileSync(
  new URL('../../../../content/posts/global-convolutional-network/zh.mdx', import.meta.url),
  'utf8',
);
const voc = { features: 2048, classes: 21 };

it('has the parameters that the article tells', () => {
  const [, ...rows] = tableOf(article, 'tbl-parameters') ?? [];
  expect(rows.length).toBeGreaterThan(3);
  for (const [side, ...cells] of rows) {
    const dense = denseParameters(Number(side), voc);
    const gcn = gcnParameters(Number(side), voc);
    expect(cells).toEqual([
      dense.toLocaleString('en-US'),
      gcn.toLocaleString('en-US'),
      (gcn / dense).toFixed(3),
    ]);
  }
});

it.each([
  ['ResNet-152', String(receptiveField(resnetSteps([3, 8, 36, 3])))],
  ['BR 只有', String(refinementParameters(21))],
  ['中间通道 2048 时约', `${String(Math.round(stackParameters(7, voc, 2048) / 1e4))} 万`],
  ['同尺寸的 GCN 只有约', `${String(Math.round(gcnParameters(7, voc) / 1e4))} 万`],
  ['参数降到约', `${String(Math.round(stackParameters(7, voc, 210) / 1e4))} 万`],
])('agrees with the article on what follows %s', (words, number) => {
  const place = article.indexOf(words);
  expect(place).toBeGreaterThan(0);
  expect(article.slice(place, place + 160)).toContain(`:num[${number}]`);
});
