/** Cuts off what two texts begin and end with alike, which costs no edit; the rest as characters. */
function withoutEqualEnds(a: string, b: string): [readonly string[], readonly string[]] {
  const most = Math.min(a.length, b.length);
  let start = 0;
  while (start < most && a.charCodeAt(start) === b.charCodeAt(start)) start += 1;
  let end = 0;
  while (end < most - start && a.charCodeAt(a.length - 1 - end) === b.charCodeAt(b.length - 1 - end))
    end += 1;
  return [[...a.slice(start, a.length - end)], [...b.slice(start, b.length - end)]];
}

/**
 * Number of edits between two strings: insertion, deletion, substitution, and exchange of two
 * neighbours, each character edited at most once (optimal string alignment; Damerau 1964). Compares code
 * points.
 *
 * @param limit where the distance is larger, any number above it may come back.
 */
export function editDistance(a: string, b: string, limit = Infinity): number {
  const [left, right] = withoutEqualEnds(a, b);
  if (Math.abs(left.length - right.length) > limit) return limit + 1;
  let before: number[] = [];
  let above = right.map((_, column) => column);
  above.push(right.length);
  for (let row = 1; row <= left.length; row += 1) {
    const current = [row];
    // Further from the diagonal than the limit, no number can be within it.
    const last = Math.min(right.length, row + limit);
    for (let column = 1; column <= last; column += 1) {
      if (column < row - limit) {
        current.push(limit + 1);
        continue;
      }
      const isSame = left[row - 1] === right[column - 1];
      let cost = Math.min(
        (above[column] ?? limit) + 1,
        (current[column - 1] ?? 0) + 1,
        (above[column - 1] ?? 0) + (isSame ? 0 : 1),
      );
      const isSwap = left[row - 1] === right[column - 2] && left[row - 2] === right[column - 1];
      if (row > 1 && column > 1 && isSwap) cost = Math.min(cost, (before[column - 2] ?? 0) + 1);
      current.push(cost);
    }
    if (Math.min(...current) > limit) return limit + 1;
    before = above;
    above = current;
  }
  return above[right.length] ?? limit + 1;
}
