import { describe, expect, it } from 'vitest';
import { findCitations } from '../../../src/citations/find-citations.ts';

const known = new Set(['a', 'b', 'hu2021lora', 'DBLP:conf/nips/Hu21', '王2020']);
const find = (text: string) => findCitations(text, (key) => known.has(key));
const keysOf = (text: string) => find(text).map(({ items }) => items.map(({ key }) => key));

describe('findCitations', () => {
  it('reads keys, locators and places of a bracket', () => {
    expect(find('见 [@a; -@b, 第 3 节]。')).toEqual([
      {
        start: 2,
        end: 18,
        kind: 'bracketed',
        strays: [],
        items: [
          { key: 'a', offset: 4, suppressAuthor: false, prefix: '', locator: '' },
          { key: 'b', offset: 9, suppressAuthor: true, prefix: '', locator: '第 3 节' },
        ],
      },
    ]);
  });

  it('takes full-width punctuation and a locator without a comma', () => {
    expect(find('[@a，表 2；@b p. 3]')[0]?.items).toMatchObject([
      { key: 'a', locator: '表 2' },
      { key: 'b', locator: 'p. 3' },
    ]);
  });

  it.each([
    ['如@hu2021lora提出', [['hu2021lora']]],
    ['@hu2021lora-based', [['hu2021lora']]],
    ['@hu2021lora。', [['hu2021lora']]],
    ['@hu2021lora.', [['hu2021lora']]],
    ['@DBLP:conf/nips/Hu21 提出', [['DBLP:conf/nips/Hu21']]],
    ['[@王2020]', [['王2020']]],
    ['[@a][@b]', [['a'], ['b']]],
    ['@hu2021loraplus', [['hu2021loraplus']]],
  ])('%s', (text, keys) => {
    expect(keysOf(text)).toEqual(keys);
  });

  it.each(['mail x@hu2021lora', 'x/@a', '[text]', '@', '[@]', '［@］'])('finds none in %s', (text) => {
    expect(keysOf(text)).toEqual([]);
  });

  it('takes words before a key for a prefix only where the key is known', () => {
    expect(find('[参见 @a]')).toMatchObject([{ kind: 'bracketed', items: [{ prefix: '参见' }] }]);
    expect(find('[参见 @someone]')).toMatchObject([{ kind: 'narrative' }]);
  });

  it('tells which part of a bracket names no work', () => {
    expect(find('[@a; b]')[0]?.strays).toEqual([{ text: ' b', offset: 4 }]);
  });
});
