import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/**
 * When each file below a folder was first committed, by absolute path: one call of git for the whole
 * folder. Empty where git or a repository is missing.
 */
export async function firstCommitDates(folder: string): Promise<Map<string, Date>> {
  const dates = new Map<string, Date>();
  try {
    const { stdout: top } = await run('git', ['rev-parse', '--show-toplevel'], { cwd: folder });
    const { stdout } = await run(
      'git',
      ['-c', 'core.quotePath=false', 'log', '--diff-filter=A', '--name-only', '--format=%x00%aI', '--', '.'],
      { cwd: folder, maxBuffer: 1 << 28 },
    );
    // Newest first: an older addition of the same path overwrites a newer one.
    for (const commit of stdout.split('\0').slice(1)) {
      const [date = '', ...files] = commit.split('\n').filter((line) => line !== '');
      for (const file of files) dates.set(path.join(top.trim(), file), new Date(date));
    }
  } catch {
    // No git, or no repository: the caller asks the file system.
  }
  return dates;
}
