import type { Extension as FromMarkdownExtension } from 'mdast-util-from-markdown';
import type { Code, Construct, State } from 'micromark-util-types';
import { paragraphContent } from './math-paragraph.ts';
import { type GetScanner, holdLists, isBlank, isLineEnd, nextLine } from './math-tokens.ts';

/**
 * Syntax of display formulas that begin a line: the scanner says where one ends, and the tokenizer goes
 * there line by line. Lines of a formula that lack the sign of their block quote or the indentation of
 * their list belong to it nevertheless. Text behind the closing sign becomes a paragraph.
 */
export const mathFlow = (scanner: GetScanner): Construct => ({
  name: 'mathBlock',
  concrete: true,
  tokenize(effects, ok, nok) {
    const block = scanner().blockAt(this.now().offset);
    if (!block) return nok;
    if (this.interrupt) return ok;
    const tail = this.events.at(-1);
    const indent = tail?.[1].type === 'linePrefix' ? tail[2].sliceSerialize(tail[1], true).length : 0;
    let open: 'mathBlockFence' | 'mathBlockValue' | 'linePrefix' | undefined;
    let left = 0;
    let isEmptyLine = false;

    const section = (type: typeof open): void => {
      if (open === type) return;
      if (open) effects.exit(open);
      open = type;
      if (type) effects.enter(type);
    };
    const afterBlanks: State = (code) =>
      code === null || isLineEnd(code) ? ok(code) : effects.attempt(paragraphContent(scanner), ok, nok)(code);
    const blanks = (code: Code): State | undefined => {
      if (!isBlank(code)) return afterBlanks(code);
      effects.enter('whitespace');
      const more: State = (next) => {
        if (isBlank(next)) {
          effects.consume(next);
          return more;
        }
        effects.exit('whitespace');
        return afterBlanks(next);
      };
      return more(code);
    };
    const end: State = (code) => {
      holdLists(this, false);
      section(undefined);
      effects.exit('mathBlock');
      return blanks(code);
    };
    const inside: State = (code) => {
      const at = this.now().offset;
      if (code === null || at >= block.end) return end(code);
      if (isLineEnd(code)) {
        section(undefined);
        const wasEmpty = isEmptyLine;
        isEmptyLine = true;
        left = indent;
        // After a blank line, one that is not of the same container is none of the formula's.
        const goesOn = nextLine((isLazy) => !isLazy || !wasEmpty);
        return effects.attempt(goesOn, inside, end)(code);
      }
      if (left > 0 && isBlank(code) && at >= block.from && at < block.to) {
        left -= 1;
        section('linePrefix');
      } else {
        left = 0;
        if (!isBlank(code)) isEmptyLine = false;
        section(at >= block.from && at < block.to ? 'mathBlockValue' : 'mathBlockFence');
      }
      effects.consume(code);
      return inside;
    };
    return (code) => {
      effects.enter('mathBlock');
      holdLists(this, block.isClosed);
      return inside(code);
    };
  },
});

/** Makes nodes of what {@link mathFlow} found; `math` is the node of mdast-util-math. */
export const mathFlowFromMarkdown = (): FromMarkdownExtension => ({
  enter: {
    mathBlock(token) {
      this.enter({ type: 'math', value: '' }, token);
      this.buffer();
    },
  },
  exit: {
    mathBlock(token) {
      const value = this.resume().replace(/^\r?\n|\r?\n$/gu, '');
      const node = this.stack.at(-1);
      if (node?.type === 'math') node.value = value;
      this.exit(token);
    },
    mathBlockValue(token) {
      this.config.enter.data?.call(this, token);
      this.config.exit.data?.call(this, token);
    },
  },
});
