import { scales } from './num-tokens.ts';

/** The number in a piece of text. */
export interface ShownNumber {
  readonly value: number;
  /** Half a unit of the last digit shown. */
  readonly halfUnit: number;
  /** The text with another value in place of its own, in as many digits. */
  readonly withValue: (value: number) => string;
}

const number =
  /(?<digits>[-+−]?(?:\d{1,3}(?:[,，]\d{3})+|\d+)(?:\.(?<fraction>\d+))?)(?:[eE](?<exponent>[-+]?\d+)|\s*[×x·*]\s*10\s*\^?\s*(?<power>[-+−]?(?:\d+|[⁻⁺]?[⁰¹²³⁴⁵⁶⁷⁸⁹]+)))?(?<rest>[^]*)$/u;

const superscripts = '⁰¹²³⁴⁵⁶⁷⁸⁹';

const integer = (text: string): number =>
  Number(
    [...text.replaceAll(/[−⁻]/gu, '-').replaceAll('⁺', '+')]
      .map((sign) => (superscripts.includes(sign) ? String(superscripts.indexOf(sign)) : sign))
      .join(''),
  );

/** Words that count or measure, behind a scale: `GB`, `MFLOPs`, `KiB/s`. */
const measured =
  /^(?<scale>[kKMGTP]i?)(?:B|b|[Bb]ytes?|bits?|bps|FLOPs?|FLOPS|flops|OPS|Hz|W|tokens?)(?![A-Za-z])/u;
const chineseScales = Object.keys(scales)
  .filter((scale) => /\p{Script=Han}/u.test(scale))
  .toSorted((a, b) => b.length - a.length);

/** The factor that stands behind a number; 1 for `个`, `倍`, `ms` and all other units. */
function scaleOf(rest: string): number {
  const unit = rest.replace(/^[\s\u00A0]+/u, '');
  if (/^[%％]/u.test(unit)) return 1 / 100;
  if (unit.startsWith('‰')) return 1 / 1000;
  const han = chineseScales.find((scale) => unit.startsWith(scale));
  if (han !== undefined) return scales[han] ?? 1;
  const letters = /^[A-Za-z]+/u.exec(unit)?.[0] ?? '';
  if (Object.hasOwn(scales, letters)) return scales[letters] ?? 1;
  return scales[measured.exec(unit)?.groups?.scale ?? ''] ?? 1;
}

/**
 * Reads the one number of a text, with its factor.
 *
 * `16.8 M` → 16 800 000 ± 50 000 · `约 1.3 亿` · `12.5%` · `4 GB` → 4·10⁹ · `4 GiB` → 4·2³⁰ ·
 * `3.2 × 10^9` · `1,024 个`
 *
 * @returns nothing where there is no number.
 */
export function readNumber(text: string): ShownNumber | undefined {
  const match = number.exec(text);
  const { digits = '', fraction = '', exponent, power, rest = '' } = match?.groups ?? {};
  if (!match) return undefined;
  const shift = 10 ** integer(exponent ?? power ?? '0');
  const factor = scaleOf(rest) * shift;
  const plain = Number(digits.replaceAll(/[,，]/gu, '').replace('−', '-'));
  return {
    value: plain * factor,
    halfUnit: 0.5 * 10 ** -fraction.length * factor,
    withValue: (value) =>
      text.slice(0, match.index) +
      (value / factor).toFixed(fraction.length) +
      text.slice(match.index + digits.length),
  };
}
