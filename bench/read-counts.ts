import { parseArgs } from 'node:util';
import { readArguments } from '../scripts/options.ts';

/**
 * Reads the numbers that a measurement was given. Ends the process for `--help`, and where something else was.
 *
 * @param most how many may be given; any number without it.
 */
export function readCounts(usage: string, most = Number.POSITIVE_INFINITY): number[] {
  const { positionals } = readArguments(usage, () => {
    const parsed = parseArgs({
      allowPositionals: true,
      options: { help: { type: 'boolean', short: 'h' } },
    });
    for (const written of parsed.positionals) {
      if (!/^[1-9]\d*$/u.test(written)) throw new Error(`\`${written}\` is no whole number above 0.`);
    }
    if (parsed.positionals.length > most) throw new Error('There are more numbers than are read.');
    return parsed;
  });
  return positionals.map(Number);
}
