const superscripts = '⁰¹²³⁴⁵⁶⁷⁸⁹';
const raised = (power: number): string =>
  [...String(power)].map((sign) => (sign === '-' ? '⁻' : (superscripts[Number(sign)] ?? sign))).join('');

/**
 * A number for readers: thin groups for thousands, powers of ten where it is very large or very small.
 *
 * `readable(0.000061) → '6.1×10⁻⁵'`, `readable(12345.6) → '12,346'`
 *
 * @param digits significant digits, at most.
 */
export function readable(value: number, digits = 3): string {
  if (Number.isNaN(value)) return 'NaN';
  if (!Number.isFinite(value)) return value > 0 ? '∞' : '−∞';
  if (value === 0) return '0';
  const size = Math.abs(value);
  const sign = value < 0 ? '−' : '';
  if (size >= 1e6 || size < 1e-3) {
    const [mantissa = '', power = ''] = size.toExponential(digits - 1).split('e');
    return `${sign}${String(Number(mantissa))}×10${raised(Number(power))}`;
  }
  const rounded = Number(size.toPrecision(Math.max(digits, Math.ceil(Math.log10(size + 1)))));
  return sign + rounded.toLocaleString('en-US', { maximumFractionDigits: 10 });
}

/** A share as a percentage: `percent(0.1234) → '12.3%'`. */
export const percent = (share: number, decimals = 1): string =>
  Number.isFinite(share) ? `${(share * 100).toFixed(decimals)}%` : readable(share);

/** A count of bytes in powers of 1,000: `bytes(1.6e11) → '160 GB'`. */
export function bytes(count: number, digits = 3): string {
  const units = ['B', 'kB', 'MB', 'GB', 'TB', 'PB'];
  let size = count;
  let unit = 0;
  // What would be rounded up to 1,000 belongs to the next unit.
  while (unit < units.length - 1 && Number(size.toPrecision(digits)) >= 1000) {
    size /= 1000;
    unit += 1;
  }
  return `${readable(size, digits)} ${units[unit] ?? ''}`;
}
