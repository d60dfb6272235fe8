/** Where the letters and digits of a variant begin in Unicode. */
interface Starts {
  readonly capital?: number;
  readonly small?: number;
  readonly digit?: number;
  /** Greek letters, Α and α. */
  readonly greek?: readonly [capital: number, small: number];
}

const variants: Readonly<Record<string, Starts>> = {
  bold: { capital: 0x1d400, small: 0x1d41a, digit: 0x1d7ce, greek: [0x1d6a8, 0x1d6c2] },
  italic: { capital: 0x1d434, small: 0x1d44e, greek: [0x1d6e2, 0x1d6fc] },
  'bold-italic': { capital: 0x1d468, small: 0x1d482, greek: [0x1d71c, 0x1d736] },
  script: { capital: 0x1d49c, small: 0x1d4b6 },
  'bold-script': { capital: 0x1d4d0, small: 0x1d4ea },
  fraktur: { capital: 0x1d504, small: 0x1d51e },
  'double-struck': { capital: 0x1d538, small: 0x1d552, digit: 0x1d7d8 },
  'bold-fraktur': { capital: 0x1d56c, small: 0x1d586 },
  'sans-serif': { capital: 0x1d5a0, small: 0x1d5ba, digit: 0x1d7e2 },
  'bold-sans-serif': { capital: 0x1d5d4, small: 0x1d5ee, digit: 0x1d7ec },
  'sans-serif-italic': { capital: 0x1d608, small: 0x1d622 },
  monospace: { capital: 0x1d670, small: 0x1d68a, digit: 0x1d7f6 },
};

/** Letters that had a place in Unicode before the others of their variant. */
const earlier: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  italic: { h: 'ℎ' },
  script: { B: 'ℬ', E: 'ℰ', F: 'ℱ', H: 'ℋ', I: 'ℐ', L: 'ℒ', M: 'ℳ', R: 'ℛ', e: 'ℯ', g: 'ℊ', o: 'ℴ' },
  fraktur: { C: 'ℭ', H: 'ℌ', I: 'ℑ', R: 'ℜ', Z: 'ℨ' },
  'double-struck': { C: 'ℂ', H: 'ℍ', N: 'ℕ', P: 'ℙ', Q: 'ℚ', R: 'ℝ', Z: 'ℤ' },
};

const [capitalAlpha, smallAlpha] = [0x391, 0x3b1];

/** A letter in a variant; itself where the variant has no such letter. */
function inVariant(letter: string, name: string, { capital, small, digit, greek }: Starts): string {
  const known = earlier[name]?.[letter];
  if (known !== undefined) return known;
  const point = letter.codePointAt(0) ?? 0;
  const from = (start: number | undefined, first: number): string =>
    start === undefined ? letter : String.fromCodePoint(start + point - first);
  if (/[A-Z]/u.test(letter)) return from(capital, 0x41);
  if (/[a-z]/u.test(letter)) return from(small, 0x61);
  if (/\d/u.test(letter)) return from(digit, 0x30);
  if (/[Α-Ω]/u.test(letter)) return from(greek?.[0], capitalAlpha);
  return /[α-ω]/u.test(letter) ? from(greek?.[1], smallAlpha) : letter;
}

/**
 * MathML with ℝ for a double-struck R, and likewise: browsers show no other `mathvariant` than `normal`
 * (MathML Core, section 2.1.6).
 */
export const withMathLetters = (mathml: string): string =>
  mathml.replace(
    /<(m[ino]|mtext) mathvariant="([a-z-]+)">([^<&]+)<\/\1>/gu,
    (element, tag: string, name: string, text: string) => {
      const starts = variants[name];
      if (!starts) return element;
      return `<${tag}>${[...text].map((letter) => inVariant(letter, name, starts)).join('')}</${tag}>`;
    },
  );
