import type { Extension as FromMarkdownExtension } from 'mdast-util-from-markdown';
import type { Code, Construct, Effects, Extension, State } from 'micromark-util-types';

declare module 'micromark-util-types' {
  interface TokenTypeMap {
    checkedNumber: 'checkedNumber';
    checkedNumberText: 'checkedNumberText';
  }
}

const codes = { colon: 58, open: 91, close: 93, openBrace: 123, closeBrace: 125, backslash: 92 } as const;
const name = [...':num['].map((letter) => letter.charCodeAt(0));

/** No number has more characters; without a limit, brackets that nobody closes would be read again and again. */
const longest = 500;

/** Line endings and the end of the file are negative or `null` in micromark. */
const isLineEnding = (code: Code): boolean => code !== null && code < -2;

function tokenize(effects: Effects, ok: State, nok: State): State {
  let index = 0;
  let length = 0;

  const start: State = (code) => {
    effects.enter('checkedNumber');
    effects.enter('checkedNumberText');
    return opening(code);
  };
  const opening: State = (code) => {
    if (code !== name[index]) return nok(code);
    effects.consume(code);
    index += 1;
    return index === name.length ? until(codes.close, afterText) : opening;
  };
  /** Takes all up to a sign and that sign, over the ends of lines. */
  const until = (sign: number, next: State): State => {
    const inside: State = (code) => {
      length += 1;
      if (code === null || length > longest) return nok(code);
      if (isLineEnding(code)) {
        effects.exit('checkedNumberText');
        effects.enter('lineEnding');
        effects.consume(code);
        effects.exit('lineEnding');
        effects.enter('checkedNumberText');
        return inside;
      }
      effects.consume(code);
      return code === sign ? next : inside;
    };
    return inside;
  };
  const afterText: State = (code) => {
    if (code !== codes.openBrace) return finish(code);
    effects.consume(code);
    return until(codes.closeBrace, finish);
  };
  const finish: State = (code) => {
    effects.exit('checkedNumberText');
    effects.exit('checkedNumber');
    return ok(code);
  };
  return start;
}

const construct: Construct = {
  name: 'checkedNumber',
  // What it holds is no Markdown: `*` and `_` would be emphasis, and in MDX `{` an expression.
  tokenize,
  previous: (code) => code !== codes.colon,
};

/** Syntax of `:num[…]{…}`, for micromark. */
export const checkedNumberSyntax: Extension = { text: { [codes.colon]: construct } };

/** A `checkedNumber` node of it, for mdast: its text is all that stands between `:num[` and `}`. */
export const checkedNumberFromMarkdown: FromMarkdownExtension = {
  enter: {
    checkedNumber(token) {
      const source = this.sliceSerialize(token);
      const end = source.indexOf(']');
      this.enter(
        {
          type: 'checkedNumber',
          formula: source.slice(end + 1),
          children: [{ type: 'text', value: source.slice(name.length, end) }],
        },
        token,
      );
    },
  },
  exit: {
    checkedNumber(token) {
      this.exit(token);
    },
  },
};
