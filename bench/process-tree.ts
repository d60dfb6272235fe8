import { spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';

/** One run of a command. */
export interface Measured {
  /** From start to end, in milliseconds. */
  readonly wall: number;
  /** Resident memory of the command and of all that it started, in bytes; the most that a sample found. */
  readonly memory: number;
  /** Processor time of the command and of all that it started and waited for, in milliseconds; 0 where the system does not tell. */
  readonly processor: number;
}

const pageSize = 4096;
const tick = 10;

/** Milliseconds of processor time of all commands that have ended so far (Linux). */
function processorOfEnded(): number {
  try {
    const fields = readFileSync('/proc/self/stat', 'utf8').split(') ').at(-1)?.split(' ') ?? [];
    return (Number(fields[13]) + Number(fields[14])) * tick;
  } catch {
    return 0;
  }
}

/** Parent and resident bytes of a process, where the system tells (Linux). */
function statusOf(pid: string): { parent: string; bytes: number } | undefined {
  try {
    // The name in brackets may hold anything; fields are counted from its end.
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ') ?? [];
    return { parent: fields[1] ?? '', bytes: Number(fields[21]) * pageSize };
  } catch {
    return undefined;
  }
}

/** Resident bytes of a process and of its descendants; 0 where the system does not tell. */
function memoryOf(root: number): number {
  let all: string[];
  try {
    all = readdirSync('/proc').filter((name) => /^\d+$/u.test(name));
  } catch {
    return 0;
  }
  const known = new Map(all.map((pid) => [pid, statusOf(pid)]));
  let bytes = 0;
  for (const [pid, status] of known) {
    let ancestor: string | undefined = pid;
    while (ancestor !== undefined && ancestor !== String(root)) ancestor = known.get(ancestor)?.parent;
    if (ancestor !== undefined) bytes += status?.bytes ?? 0;
  }
  return bytes;
}

/**
 * Runs a command to its end; no other one may run meanwhile.
 *
 * @throws {Error} with what it printed, where it fails.
 */
export function measure(
  command: readonly string[],
  folder: string,
  env: Readonly<Record<string, string>>,
): Promise<Measured> {
  const [program = '', ...args] = command;
  const start = performance.now();
  const before = processorOfEnded();
  const child = spawn(program === 'node' ? process.execPath : program, args, {
    cwd: folder,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => (output = (output + chunk.toString()).slice(-4000)));
  let memory = 0;
  const timer = setInterval(() => {
    if (child.pid !== undefined) memory = Math.max(memory, memoryOf(child.pid));
  }, 200);
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => {
      clearInterval(timer);
      const wall = performance.now() - start;
      if (code === 0) resolve({ wall, memory, processor: processorOfEnded() - before });
      else reject(new Error(`${command.join(' ')} ended with ${String(code)}:\n${output}`));
    });
  });
}
