import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { givenPath } from '../scripts/options.ts';
import type { Peer } from './peers/peer.ts';
import { peers } from './peers/peers.ts';
import { missingPrograms } from './turns.ts';

export const print = (line: string): void => void process.stdout.write(`${line}\n`);

/** Names of all generators but this one, for the text of `--help`. */
export const peerNames = peers.slice(1).map(({ name }) => name);

const namesOf = (written: string): string[] => written.split(',').filter((name) => name !== '');

/** @throws {Error} where a number is none, or below 1. */
export function wholeNumber(name: string, written: string): number {
  if (!/^[1-9]\d*$/u.test(written)) throw new Error(`--${name} ${written} is no whole number above 0.`);
  return Number(written);
}

/** @throws {Error} where a share is none. */
export function share(name: string, written: string): number {
  const value = Number(written);
  if (written === '' || !(value >= 0 && value <= 1))
    throw new Error(`--${name} ${written} is not from 0 to 1.`);
  return value;
}

/** @throws {Error} where a generator is not known. */
export function checkPeers(written: string): void {
  const unknown = namesOf(written).filter((name) => !peerNames.includes(name));
  if (unknown.length > 0)
    throw new Error(`No peer is called ${unknown.join(', ')}; known are ${peerNames.join(', ')}.`);
}

/** Downlink and the generators that were asked for; of those that cannot run here it is said. */
export function chosenPeers(written: string): Peer[] {
  const names = ['downlink', ...namesOf(written)];
  return peers.filter((peer) => {
    if (!names.includes(peer.name)) return false;
    const missing = missingPrograms(peer);
    if (missing.length > 0) print(`  ${peer.name} is left out: there is no ${missing.join(', ')} here.`);
    return missing.length === 0;
  });
}

/** Runs `work` with the folder that was named, which is kept, or with a temporary one. */
export async function inFolder(
  named: string | undefined,
  work: (root: string) => Promise<void>,
): Promise<void> {
  const root = named === undefined ? mkdtempSync(path.join(tmpdir(), 'downlink-bench-')) : givenPath(named);
  try {
    await work(root);
  } finally {
    if (named === undefined) rmSync(root, { recursive: true, force: true });
  }
}
