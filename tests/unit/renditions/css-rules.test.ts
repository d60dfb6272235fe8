import { describe, expect, it } from 'vitest';
import { patternOf, readFaces, readRules } from '../../../src/renditions/css-rules.ts';

describe('readRules', () => {
  it('reads selectors and declarations, and passes comments by', () => {
    const [first, second] = readRules('/* a { b } */ .a, .b>c { color : red; margin:0 } .d{}');
    expect(first?.selectors).toEqual(['.a', '.b>c']);
    expect(first?.declarations).toEqual({ color: 'red', margin: '0' });
    expect(second?.declarations).toEqual({});
  });
});

describe('readFaces', () => {
  it('reads the faces with a WOFF2 file, and none of the system', () => {
    const css = `
      @font-face { font-family: 'A B'; font-weight: 600; src: url('x/a.woff2') format('woff2'), url(a.woff); unicode-range: U+20-7E }
      @font-face { font-family: C; src: local('Arial') }`;
    expect(readFaces(css)).toEqual([
      { family: 'A B', weight: 600, style: 'normal', url: 'x/a.woff2', unicodeRange: 'U+20-7E' },
    ]);
  });
});

describe('patternOf', () => {
  it('finds the characters of a range', () => {
    expect('aé“→−中'.match(patternOf('U+0020-007E, U+00B8-00FF,\n U+2192, U+2212'))).toEqual([
      'a',
      'é',
      '→',
      '−',
    ]);
  });
});
