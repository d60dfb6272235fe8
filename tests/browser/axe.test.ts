import { describe, expect, inject, it } from 'vitest';
import { useBrowser } from './browser.ts';
import { violationsOf } from './violations.ts';

const visit = useBrowser();
const { root } = inject('sites');

const pages = [
  '',
  'page/2/',
  'posts/lora/',
  'posts/mixed-precision/',
  'tags/',
  'archive/',
  'about/',
  'offline/',
  'docs/',
  'docs/start/',
  'docs/writing/',
  'docs/math/',
  'docs/figures/',
  'docs/benchmarks/',
  '404.html',
];
const cases = pages.flatMap((path) => (['light', 'dark'] as const).map((theme) => [path, theme] as const));

describe('accessibility', () => {
  it.each(cases)('/%s has no violation in the %s theme', async (path, colorScheme) => {
    await visit(
      root + path,
      async (page) => {
        expect(await violationsOf(page)).toEqual([]);
      },
      { colorScheme },
    );
  });
});
