import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { availableParallelism, totalmem } from 'node:os';
import path from 'node:path';
import {
  type BuildReport,
  type BuildRun,
  type Machine,
  median,
  pairedRatio,
} from '../src/models/benchmarks.ts';
import type { Measured } from './process-tree.ts';

export const today = (): string => new Date().toISOString().slice(0, 10);

export const machine = (): Machine => ({
  cores: availableParallelism(),
  memory: Math.round(totalmem() / 1e9),
  node: process.version,
});

/** A measurement as a run of a report, rounded to what it is good for. */
export const runOf = ({ wall, processor, memory }: Measured): BuildRun => ({
  seconds: Math.round(wall / 10) / 100,
  processor: Math.round(processor / 10) / 100,
  memory: Math.round(memory / 1e6) * 1e6,
});

/**
 * A report with the runs of another one behind its own.
 *
 * @throws {Error} where they are not of the same articles and the same generators.
 */
export function joined(before: BuildReport, report: BuildReport): BuildReport {
  const same = (one: BuildReport): string =>
    JSON.stringify([one.machine, one.corpus, one.results.map(({ name, version }) => [name, version])]);
  if (same(before) !== same(report))
    throw new Error('The report that is there is of other articles, other generators or another machine.');
  const results = report.results.map((result, index) => ({
    ...result,
    cold: [...(before.results[index]?.cold ?? []), ...result.cold],
    changed: [...(before.results[index]?.changed ?? []), ...result.changed],
  }));
  return { ...report, results };
}

/** Reads a report, where it is there. */
export const readReport = (file: string): BuildReport | undefined =>
  existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as BuildReport) : undefined;

export function writeReport(file: string, report: unknown): void {
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, `${JSON.stringify(report, undefined, 2)}\n`);
}

const secondsOf = (runs: readonly BuildRun[]): string =>
  runs.length > 0 ? `${median(runs.map(({ seconds }) => seconds)).toFixed(1)} s` : '–';
const shareOf = (ratio: number | undefined): string => ratio?.toFixed(3) ?? '–';

/** A table of medians and ratios, for a terminal. */
export function tableOf({ results, corpus, machine: { cores } }: BuildReport): string {
  const [own] = results;
  const turns = Math.max(...results.map(({ cold, changed }) => Math.max(cold.length, changed.length)));
  const columns = ['', 'cold', 'Downlink is', 'processor', 'memory', 'one changed', 'Downlink is', 'of cold'];
  const rows = results.map(({ name, cold, changed }) => [
    name,
    secondsOf(cold),
    shareOf(pairedRatio(own?.cold ?? [], cold)),
    cold.length > 0 ? `${median(cold.map(({ processor }) => processor)).toFixed(1)} s` : '–',
    cold.length > 0 ? `${(Math.max(...cold.map(({ memory }) => memory)) / 1e9).toFixed(2)} GB` : '–',
    secondsOf(changed),
    shareOf(pairedRatio(own?.changed ?? [], changed)),
    shareOf(pairedRatio(changed, cold)),
  ]);
  const lines = [columns, ...rows].map(
    ([name = '', ...cells]) => `  ${name.padEnd(11)}${cells.map((cell) => cell.padStart(13)).join('')}`,
  );
  const head = `${String(corpus.articles)} articles (${corpus.kind ?? 'mixed'}), ${String(cores)} cores, medians of ${String(turns)} turns`;
  const notes = results.map(({ name, version, differs }) => `  ${name} ${version}: ${differs}`);
  return [head, '', ...lines, '', ...notes, ''].join('\n');
}
