import { describe, expect, it } from 'vitest';
import { blockAttributes, blockName } from '../../../src/markdown/block-names.ts';

describe('blockName', () => {
  it.each([
    ['tip', 'tip'],
    ['WARNING', 'warning'],
    ['提示', 'tip'],
    ['Danger', 'caution'],
    ['constructor', 'constructor'],
    ['nmae', 'nmae'],
  ])('%s is %s', (written, name) => {
    expect(blockName(written)).toBe(name);
  });
});

describe('blockAttributes', () => {
  it('knows what a block reads', () => {
    expect(blockAttributes('figure')).toEqual(['id', 'layout']);
    expect(blockAttributes('lemma')).toEqual(['id']);
  });

  it.each(['nmae', 'constructor', ''])('knows nothing of %j', (name) => {
    expect(blockAttributes(name)).toBeUndefined();
  });
});
