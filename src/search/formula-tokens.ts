import { meaningOf, nameOfSign } from './formula-symbols.ts';
import { rememberTexts } from './remember-texts.ts';

/** A piece of TeX or of readable text. */
const lexeme =
  /\\(?<command>[A-Za-z]+)(?:(?<=\\(?:operatorname|tag|[hv]space))\*)?|\\(?<escaped>[^])|(?<number>\d+(?:\.\d+)?|[₀-₉]+|[⁰¹²³⁴-⁹]+)|(?<sign>\.\.\.|->|=>|:=|<=|>=)|(?<other>[^])/gu;

const compound: Readonly<Record<string, string>> = { '<=': 'leq', '>=': 'geq' };
const negated = new Map([
  ['equals', 'neq'],
  ['in', 'notin'],
]);
/** Groups in groups; what is deeper is read flat, which changes at most an order. */
const maximumDepth = 100;
const combiningMarks = /\p{M}/gu;
const letterOrSign = /[\p{L}\p{N}\p{Sm}\p{So}]/u;
/** Bars of a norm and braces over and under a formula: brackets, for search. */
const bracket = /[‖∥⏞⏟⎴⎵⏜⏝]/u;

type Lexeme = Readonly<Partial<Record<'command' | 'escaped' | 'number' | 'sign' | 'other', string>>>;

/** Reads TeX or text from left to right, group by group. */
class FormulaReader {
  readonly #lexemes: Lexeme[];
  #next = 0;
  #depth = 0;

  constructor(source: string) {
    this.#lexemes = [...source.matchAll(lexeme)].map(({ groups }) => groups ?? {});
  }

  /** Tokens up to the sign that closes the group, or up to the end. */
  group(close?: string): string[] {
    const tokens: string[] = [];
    for (let one = this.#take(); one && (close === undefined || one.other !== close); one = this.#take()) {
      for (const token of this.#tokensOf(one)) tokens.push(token);
    }
    return tokens;
  }

  #take(): Lexeme | undefined {
    this.#next += 1;
    return this.#lexemes[this.#next - 1];
  }

  #skipBlanks(): void {
    while (/^\s$/u.test(this.#lexemes[this.#next]?.other ?? '')) this.#next += 1;
  }

  /** Passes by blanks, and then by a sign where it stands there. */
  #skip(sign: string): boolean {
    this.#skipBlanks();
    if (this.#lexemes[this.#next]?.other !== sign) return false;
    this.#next += 1;
    return true;
  }

  /** The argument of a command: a group, or what stands next. */
  #argument(): readonly string[] {
    if (this.#skip('{')) return this.group('}');
    const one = this.#take();
    return one === undefined ? [] : this.#tokensOf(one);
  }

  /** The argument of a fraction, of which `12` is two: `\frac12`. */
  #part(): readonly string[] {
    this.#skipBlanks();
    const { number = '' } = this.#lexemes[this.#next] ?? {};
    if (number.length < 2) return this.#argument();
    this.#lexemes[this.#next] = { number: number.slice(1) };
    return [number.slice(0, 1)];
  }

  #tokensOf(one: Lexeme): readonly string[] {
    if (this.#depth >= maximumDepth) return characterTokens(one.command ?? one.number ?? one.other ?? '');
    this.#depth += 1;
    const tokens = this.#read(one);
    this.#depth -= 1;
    return tokens;
  }

  #read({ command, escaped, number, sign, other = '' }: Lexeme): readonly string[] {
    if (command !== undefined) return this.#command(command);
    if (escaped === '%') return ['percent'];
    if (escaped === '\\' && this.#skip('[')) this.group(']');
    if (escaped !== undefined) return [];
    if (number !== undefined) return [number.normalize('NFKD')];
    if (sign !== undefined) return [compound[sign] ?? nameOfSign(sign) ?? sign];
    if (other === '{') return this.group('}');
    if (other === '_' || other === '^') return this.#scripts(other);
    return characterTokens(other);
  }

  /** Both scripts of a letter, the lower one first, however they were written. */
  #scripts(mark: '_' | '^'): readonly string[] {
    const first = this.#argument();
    if (!this.#skip(mark === '_' ? '^' : '_')) return first;
    const second = this.#argument();
    return mark === '_' ? [...first, ...second] : [...second, ...first];
  }

  #command(command: string): readonly string[] {
    if (/^[tdc]?frac$/u.test(command)) return [...this.#part(), 'slash', ...this.#part()];
    if (command === 'sqrt') return this.#skip('[') ? [...this.group(']'), 'sqrt'] : ['sqrt'];
    if (/^(?:over|under)set$|^stackrel$/u.test(command)) {
      const script = this.#argument();
      return [...this.#argument(), ...script];
    }
    if (command === 'not') {
      const [relation = '', ...rest] = this.#argument();
      const negative = negated.get(relation);
      return negative === undefined ? ['not', relation, ...rest] : [negative, ...rest];
    }
    const meaning = meaningOf(command);
    if (meaning.kind === 'word') return [...command.replace(/^[bp]mod$/u, 'mod')];
    if (meaning.kind === 'sign') return [meaning.name];
    for (let count = meaning.hiddenArguments; count > 0; count -= 1) this.#hiddenArgument(command);
    return [];
  }

  #hiddenArgument(command: string): void {
    const start = this.#next + 1;
    this.#argument();
    const name = this.#lexemes.slice(start, this.#next - 1);
    const environment = name.map(({ other = '' }) => other).join('');
    // These have a second argument: `\begin{array}{cc}`.
    if (command === 'begin' && /^(?:array|subarray|(?:x+)?align(?:ed)?at)$/u.test(environment))
      this.#argument();
  }
}

const characterTokens = rememberTexts(tokensOfCharacter, { shortest: 1, most: 10_000 });

function tokensOfCharacter(character: string): readonly string[] {
  const name = nameOfSign(character);
  if (name !== undefined) return [name];
  const parts = character.normalize('NFKD');
  const negation = parts.includes('\u0338') ? ['not'] : [];
  const tokens = [...parts.replace(combiningMarks, '')].flatMap((part) => {
    const partName = nameOfSign(part);
    if (partName !== undefined) return [partName];
    return letterOrSign.test(part) && !bracket.test(part) ? [part] : [];
  });
  return [...negation, ...tokens];
}

/**
 * Cuts a formula into what search compares: letters, numbers and names of signs. Brackets, accents,
 * fonts, spaces and script marks are dropped, and TeX gives the same tokens as readable text, so that
 * a query may be either and a formula with macros can be read from its text.
 *
 * `W_0+\frac{\alpha}{r}BA` → `W 0 plus alpha slash r B A` ← `W₀ + (α/r)BA`
 */
export const formulaTokens = (formula: string): string[] => new FormulaReader(formula).group();
