import { math } from 'micromark-extension-math';
import type { Construct, State, TokenizeContext } from 'micromark-util-types';
import { type GetScanner, isLineEnd, signs } from './math-tokens.ts';

const library = [math().text?.[signs.dollar] ?? []].flat()[0];
if (!library) throw new Error('micromark-extension-math has no formulas within text.');
const { name, resolve: _resolve, resolveAll: _resolveAll, ...construct } = library;

/** Name of the library's construct, which ours stands in for. */
export const replacedText = name ?? '';

/** A `$` after another one opens nothing, unless that one was escaped or closed a formula. */
function mayOpen(this: TokenizeContext, code: number | null): boolean {
  const before = this.events.at(-1)?.[1].type;
  return code !== signs.dollar || before === 'characterEscape' || before === 'mathText';
}

/**
 * Syntax of formulas within text, all delimiters alike, as the tokens of micromark-extension-math: the
 * scanner says where one ends, and the tokenizer goes there.
 */
export const mathText = (scanner: GetScanner, sign: number): Construct => ({
  ...construct,
  name: 'mathFormula',
  previous: sign === signs.dollar ? mayOpen : () => true,
  tokenize(effects, ok, nok) {
    const formula = scanner().inlineAt(this.now().offset);
    if (!formula || (sign === signs.dollar && !mayOpen.call(this, this.previous))) return nok;
    let open: 'mathTextSequence' | 'mathTextData' | undefined;
    const section = (type: typeof open): void => {
      if (open === type) return;
      if (open) effects.exit(open);
      open = type;
      if (type) effects.enter(type);
    };
    const inside: State = (code) => {
      const at = this.now().offset;
      if (at >= formula.end) {
        section(undefined);
        effects.exit('mathText');
        return ok(code);
      }
      if (code === null) return nok(code);
      if (isLineEnd(code)) {
        section(undefined);
        effects.enter('lineEnding');
        effects.consume(code);
        effects.exit('lineEnding');
        return inside;
      }
      section(at >= formula.from && at < formula.to ? 'mathTextData' : 'mathTextSequence');
      effects.consume(code);
      return inside;
    };
    return (code) => {
      effects.enter('mathText');
      return inside(code);
    };
  },
});
