/** A number as typed: `0.1`, `1e-8`, `2^-24`, `-inf`, `nan`; nothing where it means none. */
export function readNumber(text: string): number | undefined {
  const clean = text.trim().toLowerCase().replaceAll('−', '-').replaceAll('∞', 'inf');
  const power =
    /^(?<sign>[-+]?)(?:(?<factor>\d*\.?\d+)\s*[*×]\s*)?2\s*(?:\^|\*\*)\s*(?<exponent>[-+]?\d+)$/u.exec(clean);
  if (power?.groups) {
    const { sign, factor = '1', exponent = '0' } = power.groups;
    return (sign === '-' ? -1 : 1) * Number(factor) * 2 ** Number(exponent);
  }
  const special = /^(?<sign>[-+]?)(?<name>inf(?:inity)?|nan)$/u.exec(clean)?.groups;
  if (special) return special.name === 'nan' ? NaN : special.sign === '-' ? -Infinity : Infinity;
  return clean === '' || Number.isNaN(Number(clean)) ? undefined : Number(clean);
}
