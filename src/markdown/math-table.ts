import { gfmTable } from 'micromark-extension-gfm-table';
import type { Code, Construct, Effects, State } from 'micromark-util-types';
import { type GetScanner, signs } from './math-tokens.ts';

const table = Object.values(gfmTable().flow ?? {}).flat()[0];
if (!table) throw new Error('micromark-extension-gfm-table has no tables.');

/** Name of the library's construct, which ours stands in for. */
export const replacedTable = table.name ?? '';

/** What the table sees in place of a bar: any letter will do. */
const letter = 120;

/**
 * Tables of GFM in which a bar within a formula divides no cells: the library's own construct, which sees
 * a letter in place of such a bar.
 *
 * `| $p(x|y)$ | 1 |` → two cells
 */
export const mathTable = (scanner: GetScanner): Construct => ({
  ...table,
  name: 'mathTable',
  tokenize(effects, ok, nok) {
    let line = -1;
    let bars: ReadonlySet<number> = new Set();
    let isDone = false;
    let hidden: Code | undefined;
    const isInFormula = (): boolean => {
      const { line: now, offset } = this.now();
      if (now !== line) {
        line = now;
        bars = scanner().barsFrom(offset);
      }
      return bars.has(offset);
    };
    const done =
      (state: State): State =>
      (code) => {
        isDone = true;
        return state(hidden ?? code);
      };
    const own: Effects = {
      ...effects,
      consume: (code) => {
        effects.consume(hidden ?? code);
      },
    };
    const state = table.tokenize.call(this, own, done(ok), done(nok));
    const wrap =
      (next: State): State =>
      (code) => {
        hidden = isInFormula() && code === signs.bar ? code : undefined;
        const after = next(hidden === undefined ? code : letter);
        return after && !isDone ? wrap(after) : after;
      };
    return wrap(state);
  },
});
