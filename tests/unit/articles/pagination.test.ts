import { describe, expect, it } from 'vitest';
import { pageNumbers, paginate } from '../../../src/articles/pagination.ts';

describe('paginate', () => {
  it('cuts a list into pages', () => {
    expect(paginate([1, 2, 3, 4, 5], 2)).toEqual([
      { items: [1, 2], number: 1, count: 3 },
      { items: [3, 4], number: 2, count: 3 },
      { items: [5], number: 3, count: 3 },
    ]);
  });
  it('has one empty page for an empty list', () => {
    expect(paginate([], 7)).toEqual([{ items: [], number: 1, count: 1 }]);
  });
});

describe('pageNumbers', () => {
  it.each([
    [1, 2, [1, 2]],
    [1, 5, [1, 2, null, 5]],
    [3, 5, [1, 2, 3, 4, 5]],
    [6, 12, [1, null, 5, 6, 7, null, 12]],
  ])('page %i of %i', (current, count, numbers) => {
    expect(pageNumbers(current, count)).toEqual(numbers);
  });
});
