import { drawWith } from '../../../src/models/speculative-decoding/distribution.ts';

type Distribution = readonly number[];

// #region verify
/** 验收一段草稿：p 比草稿多一个位置。返回留下的草稿和补上的一个。 */
export function verify(
  drafts: readonly number[],
  p: readonly Distribution[],
  q: readonly Distribution[],
  random: () => number,
): number[] {
  for (const [i, x] of drafts.entries()) {
    const target = p[i] ?? [];
    const draft = q[i] ?? [];
    if (random() < Math.min(1, (target[x] ?? 0) / (draft[x] ?? 0))) continue; // 接受
    const gaps = target.map((value, y) => Math.max(0, value - (draft[y] ?? 0)));
    const sum = gaps.reduce((total, gap) => total + gap, 0);
    const residual = gaps.map((gap) => gap / sum);
    return [...drafts.slice(0, i), drawWith(residual, random())]; // 首拒即停，从残差补一个
  }
  return [...drafts, drawWith(p[drafts.length] ?? [], random())]; // 全部接受，再送一个
}
// #endregion
