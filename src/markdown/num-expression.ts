import { ExpressionError, type Token, tokensOf } from './num-tokens.ts';

/** What the braces of a checked number say. */
export interface Evaluated {
  readonly value: number;
  /** The expression alone, as written. */
  readonly expression: string;
  /** Variables that the braces define. */
  readonly variables: ReadonlyMap<string, number>;
  /** How far text and value may be apart; absent for half a unit of the last digit shown. */
  readonly tolerance?: { readonly value: number; readonly isRelative: boolean };
}

const functions: Readonly<Record<string, (...values: number[]) => number>> = {
  min: Math.min,
  max: Math.max,
  sqrt: Math.sqrt,
  exp: Math.exp,
  ln: Math.log,
  log: Math.log,
  log2: Math.log2,
  log10: Math.log10,
  ceil: Math.ceil,
  floor: Math.floor,
  round: Math.round,
  abs: Math.abs,
};

const constants: ReadonlyMap<string, number> = new Map([
  ['pi', Math.PI],
  ['π', Math.PI],
]);

/** Nesting beyond which nothing sensible is meant. */
const deepest = 100;

/** Reads an expression from left to right, one function for each level of binding. */
class Parser {
  readonly #tokens: readonly Token[];
  readonly #variables: ReadonlyMap<string, number>;
  #index = 0;
  #depth = 0;

  constructor(tokens: readonly Token[], variables: ReadonlyMap<string, number>) {
    this.#tokens = tokens;
    this.#variables = variables;
  }

  get token(): Token {
    return this.#at(0);
  }

  #at(ahead: number): Token {
    const token = this.#tokens[this.#index + ahead] ?? this.#tokens.at(-1);
    if (!token) throw new ExpressionError('there is no expression', 0);
    return token;
  }

  take(...signs: string[]): Token | undefined {
    const { token } = this;
    if (token.kind !== 'sign' || !signs.includes(token.text)) return undefined;
    this.#index += 1;
    return token;
  }

  takeName(): Token | undefined {
    const { token } = this;
    if (token.kind !== 'name') return undefined;
    this.#index += 1;
    return token;
  }

  /** Whether a definition such as `d=4096` comes next. */
  isDefinition(): boolean {
    return this.token.kind === 'name' && this.#at(1).text === '=';
  }

  sum(): number {
    let value = this.#product();
    for (let sign = this.take('+', '-'); sign; sign = this.take('+', '-')) {
      const next = this.#product();
      value = sign.text === '+' ? value + next : value - next;
    }
    return value;
  }

  #product(): number {
    let value = this.#signed();
    for (let sign = this.take('*', '/', '%'); sign; sign = this.take('*', '/', '%')) {
      const next = this.#signed();
      value = sign.text === '*' ? value * next : sign.text === '/' ? value / next : value % next;
    }
    return value;
  }

  #signed(): number {
    const sign = this.take('-', '+');
    if (!sign) return this.#power();
    const value = this.#nested(() => this.#signed());
    return sign.text === '-' ? -value : value;
  }

  #power(): number {
    const base = this.#percent(this.#operand());
    if (!this.take('^')) return base;
    return base ** this.#nested(() => this.#signed());
  }

  /** `%` is a remainder where an operand follows, and else a hundredth. */
  #percent(value: number): number {
    const next = this.#at(1);
    const isRemainder =
      next.kind === 'number' || next.text === '(' || (next.kind === 'name' && this.#at(2).text !== '=');
    return !isRemainder && this.take('%') ? value / 100 : value;
  }

  #operand(): number {
    const { token } = this;
    if (token.kind === 'number') {
      this.#index += 1;
      return token.value ?? Number.NaN;
    }
    if (this.take('(')) {
      const value = this.#nested(() => this.sum());
      this.#close(token);
      return value;
    }
    const name = this.takeName();
    if (!name) {
      const what =
        token.kind === 'end'
          ? 'the expression ends where a number should stand'
          : `\`${token.text}\` is no number`;
      throw new ExpressionError(what, token.offset);
    }
    const call = this.token;
    if (!this.take('(')) return this.#variable(name);
    const values = [this.#nested(() => this.sum())];
    while (this.take(',')) values.push(this.#nested(() => this.sum()));
    this.#close(call);
    const apply = Object.hasOwn(functions, name.text) ? functions[name.text] : undefined;
    if (!apply)
      throw new ExpressionError(`there is no function \`${name.text}\``, name.offset, name.text.length);
    if (values.length > 1 && !['min', 'max'].includes(name.text)) {
      throw new ExpressionError(`\`${name.text}\` takes one number`, name.offset, name.text.length);
    }
    return apply(...values);
  }

  #variable({ text, offset }: Token): number {
    const value = this.#variables.get(text) ?? constants.get(text);
    if (value === undefined) throw new ExpressionError(`\`${text}\` is not defined`, offset, text.length);
    return value;
  }

  #close(opening: Token): void {
    if (!this.take(')')) throw new ExpressionError('this parenthesis is never closed', opening.offset);
  }

  #nested(read: () => number): number {
    this.#depth += 1;
    if (this.#depth > deepest) throw new ExpressionError('the expression is too deep', this.token.offset);
    const value = read();
    this.#depth -= 1;
    return value;
  }
}

/** Where the definitions and the tolerance behind an expression begin: at the first `name=` or `~`. */
function endOfExpression(tokens: readonly Token[]): number {
  const end = tokens.findIndex(
    ({ kind, text }, index) => text === '~' || (kind === 'name' && tokens[index + 1]?.text === '='),
  );
  return end < 0 ? tokens.length - 1 : end;
}

/**
 * Evaluates what stands behind the `=` of a checked number: an expression, definitions, a tolerance.
 *
 * `2*d*r*L*4 d=4096 r=8 L=32 ~ 1%` → 8388608, within 1 %
 *
 * Operators are `+ - * / %` and `^` or `**`, which binds from the right and stronger than a sign
 * before it. A definition may use those before it.
 *
 * @param known variables of earlier numbers in the same article.
 * @throws {ExpressionError} with the offset into `source`.
 */
export function evaluate(source: string, known: ReadonlyMap<string, number>): Evaluated {
  const tokens = tokensOf(source);
  const split = endOfExpression(tokens);
  const end = tokens[split] ?? { kind: 'end', text: '', offset: source.length };
  const variables = new Map<string, number>();
  const scope = new Map(known);

  const rest = new Parser(tokens.slice(split), scope);
  while (rest.isDefinition()) {
    const name = rest.takeName()?.text ?? '';
    rest.take('=');
    const value = rest.sum();
    variables.set(name, value);
    scope.set(name, value);
    rest.take(',');
  }
  let tolerance: Evaluated['tolerance'];
  const sign = rest.take('~');
  if (sign) {
    const isRelative = tokens.at(-2)?.text === '%';
    tolerance = { value: Math.abs(rest.sum()), isRelative };
  }
  if (rest.token.kind !== 'end') {
    throw new ExpressionError(
      `\`${rest.token.text}\` does not belong here`,
      rest.token.offset,
      rest.token.text.length,
    );
  }

  const main = new Parser([...tokens.slice(0, split), { kind: 'end', text: '', offset: end.offset }], scope);
  const value = main.sum();
  if (main.token.kind !== 'end') {
    throw new ExpressionError(
      `\`${main.token.text}\` does not belong here`,
      main.token.offset,
      main.token.text.length,
    );
  }
  if (!Number.isFinite(value)) throw new ExpressionError(`the value is ${String(value)}`, 0, end.offset);
  return {
    value,
    expression: source.slice(0, end.offset).trim(),
    variables,
    ...(tolerance ? { tolerance } : {}),
  };
}
