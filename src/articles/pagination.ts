/** One page of a list. */
export interface ListPage<Item> {
  readonly items: readonly Item[];
  /** 1-based. */
  readonly number: number;
  readonly count: number;
}

/** Cuts a list into pages; an empty list has one empty page. */
export function paginate<Item>(items: readonly Item[], size: number): ListPage<Item>[] {
  const count = Math.max(1, Math.ceil(items.length / size));
  return Array.from({ length: count }, (_, index) => ({
    items: items.slice(index * size, (index + 1) * size),
    number: index + 1,
    count,
  }));
}

/**
 * Numbers that a pagination shows: the first, the last, and those around the current one; `null`
 * stands for a gap.
 *
 * Page 6 of 12 → `1 … 5 6 7 … 12`
 */
export function pageNumbers(current: number, count: number): (number | null)[] {
  const shown = Array.from({ length: count }, (_, index) => index + 1).filter(
    (number) => number === 1 || number === count || Math.abs(number - current) <= 1,
  );
  return shown.flatMap((number, index) => {
    const gap = number - (shown[index - 1] ?? number - 1);
    if (gap === 2) return [number - 1, number];
    return gap > 2 ? [null, number] : [number];
  });
}
