import { execFileSync } from 'node:child_process';
import { statSync } from 'node:fs';
import path from 'node:path';
import { filesOf } from './built-files.ts';

function git(folder: string, ...args: readonly string[]): string | undefined {
  try {
    const stdio = ['ignore', 'pipe', 'ignore'] as const;
    return execFileSync('git', ['-C', folder, ...args], { encoding: 'utf8', stdio: [...stdio] }).trim();
  } catch {
    return undefined;
  }
}

/** Seconds since 1970 of the last commit of a folder that has no change since; nothing where it has, or no commit. */
function commitTime(folder: string): number | undefined {
  if (git(folder, 'status', '--porcelain', '--', '.') !== '') return undefined;
  const seconds = Number(git(folder, 'log', '-1', '--format=%ct'));
  return seconds > 0 ? seconds : undefined;
}

/**
 * The time of all files of an archive, in seconds since 1970: `SOURCE_DATE_EPOCH`, else that of the last commit
 * of what the site was made of, else that of the newest file. A time that is always the same would not do: servers
 * tell by it, and by the size, whether a reader's copy of a page is the page of today.
 *
 * @param sources the folders that the site was made of.
 */
export function archiveTime(
  out: string,
  sources: readonly string[],
  env: Readonly<Record<string, string | undefined>> = process.env,
): number {
  const set = Number(env.SOURCE_DATE_EPOCH);
  if (env.SOURCE_DATE_EPOCH && Number.isInteger(set) && set >= 0) return set;
  const commits = sources.map(commitTime);
  if (commits.length > 0 && commits.every((time) => time !== undefined)) return Math.max(...commits);
  const newest = filesOf(out).map((name) => statSync(path.join(out, name)).mtimeMs);
  return Math.floor(Math.max(0, ...newest) / 1000);
}
