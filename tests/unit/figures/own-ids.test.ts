import { h } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { describe, expect, it } from 'vitest';
import { Figure as Accumulation } from '../../../src/figures/accumulation/accumulation.tsx';
import { Figure as LossScale } from '../../../src/figures/loss-scale/loss-scale.tsx';

const namesIn = (html: string): Set<string> =>
  new Set([...html.matchAll(/ (?:id|name)="([^"]+)"/gu)].map(([, name = '']) => name));

describe('controls', () => {
  it('have ids and names that no other figure has, the same in every rendering', () => {
    const one = namesIn(renderToString(h(Accumulation, { lang: 'zh' })));
    const other = namesIn(renderToString(h(LossScale, { lang: 'zh', sizes: [-20] })));
    expect(one.size).toBeGreaterThan(2);
    expect(other.size).toBeGreaterThan(2);
    expect([...one].filter((name) => other.has(name))).toEqual([]);
    expect(namesIn(renderToString(h(Accumulation, { lang: 'zh' })))).toEqual(one);
  });
});
