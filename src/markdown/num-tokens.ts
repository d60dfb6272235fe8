/** Thrown for an expression that cannot be read or evaluated. */
export class ExpressionError extends Error {
  override name = 'ExpressionError';
  /** Offset into the expression, in UTF-16 code units. */
  readonly offset: number;
  readonly length: number;

  constructor(message: string, offset: number, length = 1) {
    super(message);
    this.offset = offset;
    this.length = length;
  }
}

/** Factors behind a number: `8k`, `7B`, `1.5万`, `4Ki`. */
export const scales: Readonly<Record<string, number>> = {
  ...{ k: 1e3, K: 1e3, M: 1e6, G: 1e9, B: 1e9, T: 1e12, P: 1e15 },
  ...{ Ki: 2 ** 10, Mi: 2 ** 20, Gi: 2 ** 30, Ti: 2 ** 40 },
  ...{ 百: 1e2, 千: 1e3, 万: 1e4, 十万: 1e5, 百万: 1e6, 千万: 1e7, 亿: 1e8, 十亿: 1e9 },
  ...{ 百亿: 1e10, 千亿: 1e11, 万亿: 1e12, 兆: 1e12 },
};

type Kind = 'number' | 'name' | 'sign' | 'end';

/** A piece of an expression. */
export interface Token {
  readonly kind: Kind;
  readonly text: string;
  readonly offset: number;
  readonly value?: number;
}

const numberPattern = /(?<digits>(?:\d[\d_]*(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?)(?<scale>[\p{L}]*)/uy;
const namePattern = /[\p{L}_][\p{L}\p{N}_]*/uy;
const blankPattern = /\s*/uy;
const signPattern = /\*\*|[-+*/^%(),=~−×·÷]/uy;
const sameSigns: Readonly<Record<string, string>> = { '**': '^', '−': '-', '×': '*', '·': '*', '÷': '/' };

/**
 * Cuts an expression into numbers, names and signs; an end comes last.
 *
 * @throws {ExpressionError} at a sign or factor that has no meaning.
 */
export function tokensOf(text: string): Token[] {
  const tokens: Token[] = [];
  let at = 0;
  const match = (pattern: RegExp): RegExpExecArray | null => {
    pattern.lastIndex = at;
    return pattern.exec(text);
  };
  const skipBlank = (): void => {
    at += match(blankPattern)?.[0].length ?? 0;
  };
  skipBlank();
  while (at < text.length) {
    const number = match(numberPattern);
    const found = number ?? match(namePattern) ?? match(signPattern);
    if (!found) throw new ExpressionError(`\`${text[at] ?? ''}\` has no meaning here`, at);
    const word = found[0];
    if (number) {
      const { digits = '', scale = '' } = number.groups ?? {};
      const factor = scale === '' ? 1 : Object.hasOwn(scales, scale) ? scales[scale] : undefined;
      if (factor === undefined) {
        throw new ExpressionError(
          `\`${scale}\` is no factor; a product needs a \`*\``,
          at + digits.length,
          scale.length,
        );
      }
      tokens.push({
        kind: 'number',
        text: word,
        offset: at,
        value: Number(digits.replaceAll('_', '')) * factor,
      });
    } else {
      const kind = /^[\p{L}_]/u.test(word) ? 'name' : 'sign';
      tokens.push({ kind, text: sameSigns[word] ?? word, offset: at });
    }
    at += word.length;
    skipBlank();
  }
  tokens.push({ kind: 'end', text: '', offset: text.length });
  return tokens;
}
