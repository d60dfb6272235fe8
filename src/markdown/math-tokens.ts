import type {} from 'micromark-extension-math';
import type { Code, Construct, TokenizeContext } from 'micromark-util-types';
import type { MathScanner } from './math-scanner.ts';

declare module 'micromark-util-types' {
  interface TokenTypeMap {
    mathBlock: 'mathBlock';
    mathBlockFence: 'mathBlockFence';
    mathBlockValue: 'mathBlockValue';
  }
}

/** Gives the scanner of the text that is being parsed. */
export type GetScanner = () => MathScanner;

/** Characters that open formulas, as codes. */
export const signs = { dollar: 36, backslash: 92, bar: 124 } as const;

export const isLineEnd = (code: Code): boolean => code !== null && code < -2;
export const isBlank = (code: Code): boolean => code === -2 || code === -1 || code === 32;

/** The end of a line and the start of the next one; refused where `goesOn` says so of the next line. */
export const nextLine = (goesOn: (isLazy: boolean) => boolean): Construct => ({
  partial: true,
  tokenize(effects, ok, nok) {
    return (code) => {
      effects.enter('lineEnding');
      effects.consume(code);
      effects.exit('lineEnding');
      return (next) => (goesOn(this.parser.lazy[this.now().line] === true) ? ok : nok)(next);
    };
  },
});

/** Keeps lists from beginning while a formula is open: there their signs are TeX. */
export function holdLists({ parser }: TokenizeContext, isHeld: boolean): void {
  const names = (parser.constructs.disable.null ??= []);
  const at = names.indexOf('list');
  if (isHeld && at < 0) names.push('list');
  else if (!isHeld && at >= 0) names.splice(at, 1);
}
