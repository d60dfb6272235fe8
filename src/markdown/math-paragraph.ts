import { content } from 'micromark-core-commonmark';
import type { Construct, State, Token } from 'micromark-util-types';
import { type GetScanner, holdLists, isLineEnd } from './math-tokens.ts';

/** Whether another line follows here at all: a container that ends takes none. */
const anotherLine: Construct = {
  partial: true,
  tokenize: (effects, ok, nok) => (code) => {
    effects.exit('chunkContent');
    effects.enter('lineEnding');
    effects.consume(code);
    effects.exit('lineEnding');
    return (next) => (next === null ? nok(next) : ok(next));
  },
};

/** Whether the line that begins here goes on with the paragraph, as CommonMark has it. */
const continuation: Construct = {
  partial: true,
  tokenize(effects, ok, nok) {
    const indented = 4;
    return (code) => {
      effects.exit('chunkContent');
      effects.enter('lineEnding');
      effects.consume(code);
      effects.exit('lineEnding');
      let width = 0;
      const lineStart: State = (next) => {
        if (next === 32 || next === -2 || next === -1) {
          if (width === 0) effects.enter('linePrefix');
          width += 1;
          effects.consume(next);
          return lineStart;
        }
        if (width > 0) effects.exit('linePrefix');
        if (next === null || isLineEnd(next)) return nok(next);
        const { disable, flow } = this.parser.constructs;
        if (width >= indented && disable.null?.includes('codeIndented') !== true) return ok(next);
        return effects.interrupt(flow, nok, ok)(next);
      };
      return lineStart;
    };
  },
};

/**
 * A paragraph whose formulas may go over several lines, and whose lines within a formula begin no list,
 * block quote, heading or other block, whatever sign they begin with.
 *
 * `因此 $$` / `- x` / `= y` / `$$ 成立` → one paragraph with one formula
 */
export const paragraphContent = (scanner: GetScanner): Construct => ({
  ...content,
  tokenize(effects, ok) {
    const start = this.now().offset;
    let previous: Token;
    const end: State = (code) => {
      holdLists(this, false);
      effects.exit('chunkContent');
      effects.exit('content');
      return ok(code);
    };
    const nextChunk: State = (code) => {
      effects.consume(code);
      effects.exit('chunkContent');
      previous.next = effects.enter('chunkContent', { contentType: 'content', previous });
      previous = previous.next;
      return inside;
    };
    const inside: State = (code) => {
      if (code === null) return end(code);
      if (isLineEnd(code)) {
        const lineStart = this.now().offset + (code === -3 ? 2 : 1);
        const isWithin = scanner().isWithinFormula(start, lineStart);
        holdLists(this, isWithin);
        return effects.check(isWithin ? anotherLine : continuation, nextChunk, end)(code);
      }
      effects.consume(code);
      return inside;
    };
    return (code) => {
      effects.enter('content');
      previous = effects.enter('chunkContent', { contentType: 'content' });
      return inside(code);
    };
  },
});

/** The same as a construct of its own, for paragraphs that have a formula of several lines. */
export function mathParagraph(scanner: GetScanner): Construct {
  const paragraph = paragraphContent(scanner);
  return {
    ...paragraph,
    name: 'mathParagraph',
    tokenize(effects, ok, nok) {
      if (this.interrupt || !scanner().hasLongFormula(this.now().offset)) return nok;
      return paragraph.tokenize.call(this, effects, ok, nok);
    },
  };
}
