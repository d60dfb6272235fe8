import { describe, expect, it } from 'vitest';
import { joined, tableOf } from '../../bench/report.ts';
import { type BuildReport, type BuildRun, pairedRatio } from '../../src/models/benchmarks.ts';

const run = (seconds: number): BuildRun => ({ seconds, processor: seconds * 1.5, memory: 1e9 });

const report = (cold: readonly number[], other: readonly number[]): BuildReport => ({
  date: '2026-11-28',
  machine: { cores: 2, memory: 24, node: 'v24.0.0' },
  corpus: { articles: 100, kind: 'mixed', mdx: 0, english: 0 },
  results: [
    {
      name: 'downlink',
      title: 'Downlink',
      version: '1',
      differs: 'more',
      cold: cold.map(run),
      changed: [run(1)],
    },
    { name: 'other', title: 'Other', version: '2', differs: 'less', cold: other.map(run), changed: [] },
  ],
});

describe('what the bench reports', () => {
  it('compares the runs of one turn, not the medians of all', () => {
    // Other work in the second turn slows both; medians would give 3/8.
    expect(pairedRatio([2, 30, 3].map(run), [4, 60, 8].map(run))).toBe(0.5);
    expect(pairedRatio([run(1)], [])).toBeUndefined();
  });

  it('adds turns behind those of a report of the same articles and generators', () => {
    const both = joined(report([2], [4]), report([3, 4], [9, 16]));
    expect(both.results[0]?.cold.map(({ seconds }) => seconds)).toEqual([2, 3, 4]);
    expect(both.results[1]?.cold.map(({ seconds }) => seconds)).toEqual([4, 9, 16]);
    const later = { ...report([3], [9]), corpus: { articles: 200 } };
    expect(() => joined(report([2], [4]), later)).toThrow(/other articles/u);
  });

  it('prints a row for each generator, with a dash where nothing was measured', () => {
    const lines = tableOf(report([2, 3, 4], [4, 9, 16])).split('\n');
    expect(
      lines
        .find((line) => line.includes(' other '))
        ?.split(/ {2,}/u)
        .slice(1),
    ).toEqual([...['other', '9.0 s', '0.333', '13.5 s', '1.00 GB', '–', '–', '–']]);
  });
});
