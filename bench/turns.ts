import { spawnSync } from 'node:child_process';
import {
  appendFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { BuildResult, BuildRun } from '../src/models/benchmarks.ts';
import { corpus, type CorpusOptions } from './corpus.ts';
import type { Peer } from './peers/peer.ts';
import { measure, type Measured } from './process-tree.ts';
import { runOf } from './report.ts';

/** Which builds are timed: from nothing, after one article has changed, or one after the other. */
export const scenarios = ['both', 'cold', 'changed'] as const;

export type Scenario = (typeof scenarios)[number];

/** A program of the system is there. */
const isThere = (program: string): boolean => spawnSync(program, ['version']).error === undefined;

/** Programs that a generator needs and that are not there. */
export const missingPrograms = ({ programs = [] }: Peer): string[] =>
  programs.filter((program) => !isThere(program));

/** The version of a generator that is timed. */
export function versionOf({ packages, programs = [], runsIn }: Peer): string {
  if (runsIn !== undefined) {
    const file = fileURLToPath(new URL('../package.json', import.meta.url));
    return (JSON.parse(readFileSync(file, 'utf8')) as { version: string }).version;
  }
  const [program] = programs;
  if (program === undefined) return Object.values(packages)[0] ?? '';
  const said = spawnSync(program, ['version'], { encoding: 'utf8' }).stdout;
  return /\d+\.\d+\.\d+/u.exec(said)?.[0] ?? '';
}

function install(peer: Peer, folder: string): void {
  if (Object.keys(peer.packages).length === 0) return;
  const file = path.join(folder, 'package.json');
  const wanted = JSON.stringify({ private: true, ...peer.manifest, dependencies: peer.packages });
  const isDone = path.join(folder, 'node_modules', 'installed.json');
  if (existsSync(isDone) && readFileSync(isDone, 'utf8') === wanted) return;
  writeFileSync(file, wanted);
  const npm = spawnSync('npm', ['install', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: folder,
    encoding: 'utf8',
  });
  if (npm.status !== 0) throw new Error(`${peer.name} could not be installed:\n${npm.stderr}`);
  writeFileSync(isDone, wanted);
}

/** Removes what builds of a generator have left behind. */
function clean(peer: Peer, folder: string): void {
  for (const name of peer.leaves) rmSync(path.join(folder, name), { recursive: true, force: true });
}

/**
 * Installs a generator into a folder of its own, where it is not there yet, and writes the articles.
 *
 * @returns the folder.
 */
export function prepare(peer: Peer, root: string, options: CorpusOptions): string {
  const folder = path.join(root, peer.name);
  mkdirSync(folder, { recursive: true });
  install(peer, folder);
  clean(peer, folder);
  rmSync(path.join(folder, peer.articles), { recursive: true, force: true });
  peer.write(folder, corpus(options));
  return folder;
}

/** A build of one generator: all its commands, one after the other. */
export async function build(peer: Peer, folder: string): Promise<Measured> {
  let [wall, processor, memory] = [0, 0, 0];
  for (const command of peer.build) {
    const one = await measure(command, peer.runsIn ?? folder, peer.env?.(folder) ?? {});
    wall += one.wall;
    processor += one.processor;
    memory = Math.max(memory, one.memory);
  }
  return { wall, processor, memory };
}

/** Changes an article: the same for all generators, another one in each turn. */
function changeArticle(peer: Peer, folder: string, turn: number): void {
  const articles = path.join(folder, peer.articles);
  const own = readdirSync(articles, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.mdx?$/u.test(name))
    .toSorted();
  const file = own[(turn * 7919) % own.length] ?? '';
  appendFileSync(path.join(articles, file), `\n\n${String(turn)}：$x_{${String(turn)}}$。\n`);
}

interface Turns {
  readonly runs: number;
  readonly scenario: Scenario;
  /** Where the generators and their articles are. */
  readonly root: string;
  readonly say: (line: string) => void;
}

/** Builds with each generator in turn, so often. */
export async function takeTurns(
  chosen: readonly Peer[],
  options: CorpusOptions,
  { runs, scenario, root, say }: Turns,
): Promise<BuildResult[]> {
  const all = chosen.map((peer) => {
    say(`  ${peer.name}: installing and writing articles`);
    return { peer, folder: prepare(peer, root, options), cold: [] as BuildRun[], changed: [] as BuildRun[] };
  });
  const timed = async (what: string, { peer, folder }: (typeof all)[number]): Promise<BuildRun> => {
    const run = runOf(await build(peer, folder));
    say(`  ${peer.name}: ${what} ${run.seconds.toFixed(1)} s`);
    return run;
  };
  if (scenario === 'changed') for (const one of all) await timed('from nothing, not counted', one);
  for (let turn = 0; turn < runs; turn += 1) {
    for (const one of all) {
      if (scenario !== 'changed') {
        clean(one.peer, one.folder);
        one.cold.push(await timed('from nothing', one));
      }
      if (scenario === 'cold') continue;
      changeArticle(one.peer, one.folder, turn);
      one.changed.push(await timed('one article changed', one));
    }
  }
  return all.map(({ peer, cold, changed }) => ({
    name: peer.name,
    title: peer.title,
    version: versionOf(peer),
    differs: peer.differs,
    cold,
    changed,
  }));
}
