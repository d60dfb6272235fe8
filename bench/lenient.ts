/**
 * Builds a site of a stranger's folder with `--lenient`, without any cache, and prints how long it took, how
 * much memory, and the end of what the build said.
 *
 * `node bench/lenient.ts [files]`
 */
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { writeStrangerFolder } from './stranger-folder.ts';

const script = fileURLToPath(new URL('../scripts/build.ts', import.meta.url));

/** The most memory that a process has had, in megabytes; 0 where the system does not tell. */
function peakOf(pid: number | undefined): number {
  try {
    const status = readFileSync(`/proc/${String(pid)}/status`, 'utf8');
    return Number(/^VmHWM:\s*(\d+)/mu.exec(status)?.[1] ?? 0) / 1000;
  } catch {
    return 0;
  }
}

const folder = mkdtempSync(path.join(tmpdir(), 'downlink-bench-'));
try {
  const content = path.join(folder, 'content');
  const files = writeStrangerFolder(content, Number(process.argv[2] ?? 1000));
  const start = performance.now();
  const args = [script, '--content', content, '--out', path.join(folder, 'out'), '--lenient'];
  const child = spawn(process.execPath, args, {
    env: { ...process.env, DOWNLINK_CACHE: path.join(folder, 'cache') },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  let peak = 0;
  child.stdout.on('data', (data: Buffer) => void (output += data.toString()));
  child.stderr.on('data', () => undefined);
  const watch = setInterval(() => (peak = Math.max(peak, peakOf(child.pid))), 500);
  const code = await new Promise<number | null>((resolve) => child.on('close', resolve));
  clearInterval(watch);
  process.stdout.write(`${output}\n`);
  const seconds = (performance.now() - start) / 1000;
  const ended = code === 0 ? 'built' : `ended with ${String(code)}`;
  process.stdout.write(`${String(files)} files ${ended} in ${seconds.toFixed(0)} s, ${peak.toFixed(0)} MB\n`);
  process.exitCode = code ?? 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}
