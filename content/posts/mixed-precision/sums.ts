import { type FloatFormat, round } from '../../../src/models/precision/float-format.ts';

// #region kahan
/** 从左到右相加，每一步都舍入到同一种格式，并把丢掉的部分带到下一步。 */
export function sumKahan(values: readonly number[], format: FloatFormat): number {
  let sum = 0;
  let lost = 0;
  for (const value of values) {
    const wanted = round(value - lost, format); // 补上次丢的
    const next = round(sum + wanted, format); // 低位可能在这里丢掉
    lost = round(round(next - sum, format) - wanted, format); // 丢了多少
    sum = next;
  }
  return sum;
}
// #endregion
