import { describe, expect, it } from 'vitest';
import { placeOfTag } from '../../../src/markdown/safe-places.ts';

const position = (offset: number) => ({
  start: { line: 1, column: offset + 1, offset },
  end: { line: 1, column: offset + 2, offset: offset + 1 },
});

describe('placeOfTag', () => {
  it('finds a tag, and an attribute of it', () => {
    const source = '中文 <B class="x" onClick="go()">';
    expect(placeOfTag(source, position(3), 'b')).toEqual({ line: 1, column: 4, length: 2 });
    expect(placeOfTag(source, position(3), 'b', 'onclick')).toEqual({ line: 1, column: 17, length: 14 });
  });

  it('looks on from a place that does not count the marks of a quote', () => {
    expect(placeOfTag('> <div>\n> <i style="x">', position(8), 'i', 'style')).toMatchObject({
      line: 2,
      column: 6,
    });
  });

  it('keeps to the told place where the tag is not written like that', () => {
    expect(placeOfTag('![a](b)', position(0), 'img')).toEqual({ line: 1, column: 1, length: 4 });
    expect(placeOfTag('', undefined, 'img')).toEqual({ line: undefined, column: undefined, length: 1 });
  });
});
