import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import type { BuildReport, ReaderReport } from '../../src/models/benchmarks.ts';

const folder = path.join(import.meta.dirname, '../../bench/results');
const read = (name: string): string => readFileSync(path.join(folder, name), 'utf8');

describe('results that the manual charts', () => {
  it.each(globSync('builds-*.json', { cwd: folder }))('%s has all builds of all generators', (name) => {
    const { date, machine, corpus, results } = JSON.parse(read(name)) as BuildReport;
    expect(name).toBe(`builds-${String(corpus.articles)}.json`);
    expect(date).toMatch(/^\d{4}-\d\d-\d\d$/u);
    expect(machine.cores).toBeGreaterThan(0);
    expect(results[0]?.name).toBe('downlink');
    expect(results.length).toBeGreaterThan(1);
    const turns = results[0]?.cold.length ?? 0;
    for (const { version, cold, changed } of results) {
      expect(version).toMatch(/^\d+\.\d+\.\d+$/u);
      expect([cold.length, changed.length]).toEqual([turns, turns]);
      for (const { seconds, processor, memory } of [...cold, ...changed])
        expect(Math.min(seconds, processor, memory)).toBeGreaterThan(0);
    }
  });

  it('has a page of each generator that renders formulas', () => {
    const { results } = JSON.parse(read('reader.json')) as ReaderReport;
    expect(results.map(({ name }) => name)).toEqual([
      ...['downlink', 'eleventy', 'astro', 'starlight', 'vitepress', 'hexo', 'docusaurus'],
    ]);
    for (const { bytes, first, largest } of results) {
      expect(Math.min(bytes.html, bytes.fonts, ...first)).toBeGreaterThan(0);
      expect(largest.every((time, visit) => time >= (first[visit] ?? 0))).toBe(true);
    }
  });
});
