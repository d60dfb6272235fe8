import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import {
  imageEncoderParameters,
  imageEncoders,
  maskDecoderParameters,
  promptEncoderParameters,
} from '../../../../src/models/segmentation/sam-parameters.ts';
import { tableOf } from '../../content/cited-table.ts';

it('has the parameters of SAM that the article tells', () => {
  const article = new URL('../../../../content/posts/segment-anything/zh.mdx', import.meta.url);
  const [, ...rows] = tableOf(readFileSync(article, 'utf8'), 'tbl-parameters') ?? [];
  const counts = [
    imageEncoderParameters(imageEncoders['ViT-H']),
    promptEncoderParameters(),
    maskDecoderParameters(),
  ];
  expect(rows.map(([, count]) => count)).toEqual(counts.map((count) => count.toLocaleString('en-US')));
});
