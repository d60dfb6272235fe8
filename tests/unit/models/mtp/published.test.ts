import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { expectedTokens, ratesFrom } from '../../../../src/models/mtp/acceptance.ts';
import { selfSpeculation } from '../../../../src/models/mtp/published.ts';
import { readCitedTable } from '../../content/cited-table.ts';

const file = new URL('../../../../content/posts/mtp/data/heads.yaml', import.meta.url);
const { rows } = readCitedTable(readFileSync(file, 'utf8'));

describe('tokens per pass that the figure starts from', () => {
  it.each(Object.entries(selfSpeculation).map(([name, heads], column) => [name, column, heads] as const))(
    'are those of the cited table: %s',
    (_, column, { tokensPerPass, speedups }) => {
      expect(tokensPerPass.map((tokens) => tokens.toFixed(2))).toEqual(rows.map((row) => row[column + 1]));
      const rates = ratesFrom(tokensPerPass);
      for (const rate of rates) expect(rate).toBeLessThan(1);
      expect(expectedTokens(rates)).toBeCloseTo(tokensPerPass[3], 12);
      // No gain is larger than the tokens of a pass.
      for (const [place, gain] of speedups.entries())
        expect(gain).toBeLessThanOrEqual(tokensPerPass[place] ?? 0);
    },
  );
});
