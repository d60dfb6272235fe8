import { spawnSync } from 'node:child_process';
import { appendFileSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, cpus, tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { givenPath, readArguments } from '../scripts/options.ts';
import { corpus, type CorpusOptions, kinds } from './corpus.ts';
import { downlink } from './peers/downlink.ts';
import { eleventy } from './peers/eleventy.ts';
import type { Peer } from './peers/peer.ts';
import { plainAstro } from './peers/plain-astro.ts';
import { measure, type Measured } from './process-tree.ts';

const peers: readonly Peer[] = [downlink, eleventy, plainAstro];

const usage = `npm run bench -- [options]

  Times whole builds of Downlink and of other generators over the same articles, in turns, and prints medians
  and ratios. The others are installed at pinned versions into a temporary folder.

  --articles  how many (1000)
  --peers     which others, with commas between them (eleventy,astro)
  --runs      how often (3)
  --kind      what the articles are like: ${Object.keys(kinds).join(', ')} (mixed)
  --mdx       share of them that is MDX, from 0 to 1 (0)
  --json      file for the figures
  --help      this text
`;

const namesOf = (written: string): string[] => written.split(',').filter((name) => name !== '');

const print = (line: string): void => void process.stdout.write(`${line}\n`);

const median = (values: readonly number[]): number => {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = (sorted.length - 1) / 2;
  return ((sorted[Math.floor(middle)] ?? 0) + (sorted[Math.ceil(middle)] ?? 0)) / 2;
};

/** Figures of one generator over all runs. */
export interface PeerResult {
  readonly name: string;
  readonly differs: string;
  /** Seconds of each build from nothing. */
  readonly cold: readonly number[];
  /** Seconds of each build after one article has changed. */
  readonly warm: readonly number[];
  /** Peak memory of the builds from nothing, in bytes. */
  readonly memory: number;
}

const isThere = (program: string): boolean => spawnSync(program, ['--version']).error === undefined;

function install(peer: Peer, folder: string): void {
  if (Object.keys(peer.packages).length === 0) return;
  writeFileSync(
    path.join(folder, 'package.json'),
    JSON.stringify({ private: true, type: 'module', dependencies: peer.packages }),
  );
  const npm = spawnSync('npm', ['install', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: folder,
    encoding: 'utf8',
  });
  if (npm.status !== 0) throw new Error(`${peer.name} could not be installed:\n${npm.stderr}`);
}

/** A build of one generator: all its commands, one after the other. */
async function build(peer: Peer, folder: string): Promise<Measured> {
  let wall = 0;
  let memory = 0;
  for (const command of peer.build) {
    const one = await measure(command, peer.runsIn ?? folder, peer.env?.(folder) ?? {});
    wall += one.wall;
    memory = Math.max(memory, one.memory);
  }
  return { wall, memory };
}

/** A file of the articles, wherever the generator wants them. */
function someArticle(folder: string, run: number): string {
  const own = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /article-\d+(?:\/zh)?\.mdx?$/u.test(name) && !name.includes('node_modules'))
    .toSorted();
  return path.join(folder, own[(run * 7919) % own.length] ?? '');
}

async function compare(chosen: readonly Peer[], options: CorpusOptions, runs: number): Promise<PeerResult[]> {
  const root = mkdtempSync(path.join(tmpdir(), 'downlink-bench-'));
  try {
    const folders = new Map(chosen.map((peer) => [peer, path.join(root, peer.name)]));
    for (const [peer, folder] of folders) {
      mkdirSync(folder);
      print(`  ${peer.name}: installing and writing articles`);
      install(peer, folder);
      peer.write(folder, corpus(options));
    }
    const found = new Map(
      chosen.map((peer) => [peer, { cold: [] as number[], warm: [] as number[], memory: 0 }]),
    );
    for (let run = 0; run < runs; run += 1) {
      for (const [peer, folder] of folders) {
        const own = found.get(peer);
        if (!own) continue;
        for (const name of peer.leaves) rmSync(path.join(folder, name), { recursive: true, force: true });
        const cold = await build(peer, folder);
        appendFileSync(someArticle(folder, run), `\n\n${String(run)}：$x_{${String(run)}}$。\n`);
        const warm = await build(peer, folder);
        own.cold.push(cold.wall / 1000);
        own.warm.push(warm.wall / 1000);
        own.memory = Math.max(own.memory, cold.memory);
        print(
          `  run ${String(run + 1)}  ${peer.name.padEnd(10)} cold ${(cold.wall / 1000).toFixed(1)} s, one article changed ${(warm.wall / 1000).toFixed(1)} s`,
        );
      }
    }
    return [...found].map(([{ name, differs }, own]) => ({ name, differs, ...own }));
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

function printTable(results: readonly PeerResult[]): void {
  const [first] = results;
  const base = median(first?.cold ?? []);
  print('\n               cold      ratio   changed     memory');
  for (const { name, cold, warm, memory } of results) {
    print(
      `  ${name.padEnd(10)}${median(cold).toFixed(1).padStart(7)} s${(base / median(cold)).toFixed(2).padStart(9)} ${median(warm).toFixed(1).padStart(8)} s${(memory / 1e9).toFixed(2).padStart(8)} GB`,
    );
  }
  print('\n  ratio: time of the first row against that of the row');
  for (const { name, differs } of results) print(`  ${name}: ${differs}`);
}

const { values } = readArguments(usage, () => {
  const parsed = parseArgs({
    options: {
      articles: { type: 'string', default: '1000' },
      peers: { type: 'string', default: 'eleventy,astro' },
      runs: { type: 'string', default: '3' },
      kind: { type: 'string', default: 'mixed' },
      mdx: { type: 'string', default: '0' },
      json: { type: 'string' },
      help: { type: 'boolean', short: 'h' },
    },
  });
  const { articles, runs } = parsed.values;
  for (const [name, written] of Object.entries({ articles, runs }))
    if (!/^[1-9]\d*$/u.test(written)) throw new Error(`--${name} ${written} is no whole number above 0.`);
  if (!Object.hasOwn(kinds, parsed.values.kind))
    throw new Error(`--kind ${parsed.values.kind} is none of ${Object.keys(kinds).join(', ')}.`);
  const unknown = namesOf(parsed.values.peers).filter((name) => !peers.some((peer) => peer.name === name));
  if (unknown.length > 0)
    throw new Error(
      `No peer is called ${unknown.join(', ')}; known are ${peers.map(({ name }) => name).join(', ')}.`,
    );
  return parsed;
});
const names = ['downlink', ...namesOf(values.peers)];
const chosen = names.flatMap((name) => peers.find((peer) => peer.name === name) ?? []);
const able = chosen.filter(({ name, programs = [] }) => {
  const missing = programs.filter((program) => !isThere(program));
  if (missing.length > 0) print(`  ${name} is left out: there is no ${missing.join(', ')} here.`);
  return missing.length === 0;
});
const options = {
  articles: Number(values.articles),
  kind: values.kind as NonNullable<CorpusOptions['kind']>,
  mdx: Number(values.mdx),
};
const results = await compare(able, options, Number(values.runs));
print(`\n  ${values.articles} articles, medians of ${values.runs} runs in turns`);
printTable(results);
if (values.json !== undefined) {
  const machine = { cores: availableParallelism(), model: cpus()[0]?.model, node: process.version };
  const report = { date: new Date().toISOString().slice(0, 10), machine, ...options, results };
  writeFileSync(givenPath(values.json), `${JSON.stringify(report, undefined, 2)}\n`);
}
