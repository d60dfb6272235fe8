import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const root: string = fileURLToPath(new URL('../../', import.meta.url));

export const fixture = (name: string): string => path.join(root, 'tests', 'build', 'fixtures', name);

export interface CommandResult {
  readonly code: number | null;
  readonly output: string;
}

/** The environment of a user's shell: without the settings of this one and without what Vitest sets. */
function cleanEnvironment(): NodeJS.ProcessEnv {
  const foreign =
    /^(?:DOWNLINK_|VITEST|INIT_CWD$|CI$|GITHUB_ACTIONS$|NODE_ENV$|TEST$|MODE$|DEV$|PROD$|SSR$)/u;
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !foreign.test(name)));
}

/** A command of `scripts/` that runs; `kill` ends it. */
export function startCommand(script: string, args: readonly string[], env: Record<string, string> = {}) {
  const child = spawn(process.execPath, [path.join(root, 'scripts', `${script}.ts`), ...args], {
    cwd: root,
    env: { ...cleanEnvironment(), ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  const onData = (data: Buffer): void => void (output += data.toString());
  child.stdout.on('data', onData);
  child.stderr.on('data', onData);
  return {
    child,
    output: (): string => output,
    done: new Promise<CommandResult>((resolve) => {
      child.on('close', (code) => {
        resolve({ code, output });
      });
    }),
  };
}

/**
 * Waits until a command has printed something.
 *
 * @throws {Error} with all that it printed, when it ends before.
 */
export async function printed(
  { child, output }: ReturnType<typeof startCommand>,
  pattern: RegExp,
): Promise<string> {
  for (;;) {
    const found = pattern.exec(output())?.[0];
    if (found !== undefined) return found;
    if (child.exitCode !== null) throw new Error(output());
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** Runs a command of `scripts/` to its end. */
export const runCommand = (
  script: string,
  args: readonly string[],
  env?: Record<string, string>,
): Promise<CommandResult> => startCommand(script, args, env).done;

/**
 * Environment of a command that gets a signal when it comes to print something: at this very moment, however
 * long the test itself is kept from running.
 */
export function signalAt(signal: NodeJS.Signals, { source }: RegExp): { readonly NODE_OPTIONS: string } {
  const script = `const { write } = process.stdout;
process.stdout.write = function (text, ...rest) {
  if (/${source}/u.test(text)) process.kill(process.pid, '${signal}');
  return write.call(this, text, ...rest);
};`;
  return { NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(script)}` };
}

/** A folder for one test file's outputs, with a way to remove it. */
export function temporaryFolder() {
  const folder = mkdtempSync(path.join(tmpdir(), 'downlink-build-'));
  return {
    folder,
    remove: (): void => {
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Every file below a folder with its content, by relative path. */
export function snapshot(folder: string): Map<string, string> {
  if (!existsSync(folder)) return new Map();
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
    statSync(path.join(folder, name)).isFile(),
  );
  return new Map(
    files.toSorted().map((name) => [name, readFileSync(path.join(folder, name)).toString('base64')]),
  );
}
