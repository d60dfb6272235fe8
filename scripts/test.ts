import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { ensureChromium } from './chromium.ts';
import { readArguments } from './options.ts';
import { ensureServers } from './web-servers.ts';

const usage = `npm test -- [options]

  Runs everything that CI runs: types, lint, formatting, the check of the site's own content, and all tests.
  The last line is \`N passed, N failed\`, each of the first four counted as one.

  --help      this text
`;

readArguments(usage, () => parseArgs({ options: { help: { type: 'boolean', short: 'h' } } }));

interface Outcome {
  passed: number;
  failed: number;
}

const bin = (name: string): string => path.resolve('node_modules', '.bin', name);
const environment = { ...process.env, ASTRO_TELEMETRY_DISABLED: '1' };

/** How a command is run. */
interface RunOptions {
  readonly env?: Readonly<Record<string, string>>;
  /** Whether nothing else runs meanwhile: then what it says is printed as it is said. */
  readonly isAlone?: boolean;
}

/** Runs a command, and prints what it said when it has ended, so that several can run at once. */
async function run(
  name: string,
  command: string,
  args: readonly string[],
  { env, isAlone = false }: RunOptions = {},
): Promise<number | null> {
  const child = spawn(command, args, {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...environment, ...env },
  });
  let output = `\n— ${name}\n`;
  const print = (): void => {
    process.stdout.write(output);
    output = '';
  };
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (data: Buffer) => {
      output += data.toString();
      if (isAlone) print();
    });
  }
  const status = await new Promise<number | null>((resolve) => child.on('close', resolve));
  print();
  return status;
}

/** Runs a command that counts as one test. */
const step = (name: string, command: string, args: readonly string[]) => async (): Promise<Outcome> => {
  const passed = (await run(name, command, args)) === 0 ? 1 : 0;
  return { passed, failed: 1 - passed };
};

/** What Vitest writes of a run, as far as it is read. */
interface Report {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly testResults: readonly {
    readonly name: string;
    readonly assertionResults: readonly {
      readonly fullName: string;
      readonly status: string;
      /** Of each try that failed. */
      readonly failureMessages: readonly string[];
    }[];
  }[];
}

/** Names tests that passed only when tried again, with what the first try said: something may be wrong there. */
function tellRetried({ testResults }: Report): void {
  for (const { name, assertionResults } of testResults) {
    for (const { fullName, status, failureMessages } of assertionResults) {
      const [first] = failureMessages;
      if (status !== 'passed' || first === undefined) continue;
      const [message = ''] = first.split('\n');
      process.stdout.write(
        `\nPassed only when tried again: ${path.relative('.', name)}, ${fullName}\n  ${message}\n`,
      );
    }
  }
}

/** Runs projects of `vitest.config.ts`, and reads Vitest's own count of tests. */
const tests = (projects: readonly string[], options?: RunOptions) => async (): Promise<Outcome> => {
  const folder = mkdtempSync(path.join(tmpdir(), 'downlink-tests-'));
  const report = path.join(folder, 'report.json');
  try {
    const status = await run(
      `tests: ${projects.join(', ')}`,
      bin('vitest'),
      [
        'run',
        '--reporter=default',
        '--reporter=json',
        `--outputFile.json=${report}`,
        ...projects.flatMap((project) => ['--project', project]),
      ],
      options,
    );
    const written = JSON.parse(readFileSync(report, 'utf8')) as Report;
    const { numPassedTests: passed, numFailedTests: failed } = written;
    tellRetried(written);
    // A file that cannot even be loaded has no tests to count.
    return { passed, failed: status === 0 ? failed : Math.max(1, failed) };
  } catch (error) {
    process.stderr.write(`${(error as Error).message}\n`);
    return { passed: 0, failed: 1 };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};

/** Does one thing after the other. */
async function inTurn(...works: readonly (() => Promise<Outcome>)[]): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  for (const work of works) outcomes.push(await work());
  return outcomes;
}

const lint = step('lint', bin('eslint'), ['.', '--max-warnings', '0']);
// It writes the types of `astro:content`, which lint reads, and which builds write anew.
const types = step('types', bin('astro'), ['check', '--minimumFailingSeverity', 'warning']);
const formatting = step('formatting', bin('prettier'), ['--check', '.', '--log-level', 'warn']);
// Of our own articles more is asked than of those of others, for whom the site's rules hold too.
const content = step('content', process.execPath, [
  path.resolve('scripts', 'check.ts'),
  '--rule',
  'claim/unsourced-number=error',
]);

const servers = ensureServers();
const outcomes = [
  ...(await Promise.all([
    inTurn(types, lint, content, tests(['build'])),
    inTurn(tests(['unit', 'markdown']), formatting),
  ])),
  await servers.then(() =>
    inTurn(tests(['browser', 'dev'], { env: { CHROME_PATH: ensureChromium() }, isAlone: true })),
  ),
].flat();
const passed = outcomes.reduce((sum, outcome) => sum + outcome.passed, 0);
const failed = outcomes.reduce((sum, outcome) => sum + outcome.failed, 0);
process.stdout.write(`\n${String(passed)} passed, ${String(failed)} failed\n`);
process.exit(failed === 0 ? 0 : 1);
