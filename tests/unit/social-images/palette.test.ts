import { describe, expect, it } from 'vitest';
import { readPalette } from '../../../src/social-images/palette.ts';

describe('readPalette', () => {
  it('takes both themes from the tokens of the site', () => {
    const [light, dark] = [readPalette('light'), readPalette('dark')];
    for (const colour of [light.paper, light.ink, light.tick, dark.paper, dark.signal])
      expect(colour).toMatch(/^#[\da-f]{6}$/iu);
    expect(light.paper).not.toBe(dark.paper);
    expect(light.inkSoft).not.toBe(light.ink);
  });

  it('says which colour it does not find', () => {
    expect(() => readPalette('light', '--paper: light-dark(#ffffff, #000000);')).toThrow('--ink');
  });
});
