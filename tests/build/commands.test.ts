import { execFile } from 'node:child_process';
import { chmodSync, globSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const root = path.join(import.meta.dirname, '../..');

interface Ended {
  readonly status: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs a command of the project to its end. */
const run = (file: string, ...args: string[]): Promise<Ended> =>
  new Promise((resolve) => {
    const env = { ...process.env, INIT_CWD: root, GITHUB_ACTIONS: '' };
    const child = execFile(
      process.execPath,
      [file, ...args],
      { cwd: root, env, timeout: 60_000 },
      (_error, stdout, stderr) => {
        resolve({ status: child.exitCode ?? -1, stdout, stderr });
      },
    );
  });

const { scripts } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as {
  scripts: Readonly<Record<string, string>>;
};
/** Commands that are programs of this project, by the names that npm knows. */
const commands = Object.entries(scripts).flatMap(([name, command]) => {
  const file = /^node (\S+\.ts)$/u.exec(command)?.[1];
  return file === undefined ? [] : [[name, file] as const];
});

const isOneLine = (text: string): boolean => /^[^\n]+\n$/u.test(text);

describe('every command', () => {
  it('is among those that are tested', () => {
    expect(commands.map(([name]) => name)).toEqual(
      expect.arrayContaining(['start', 'dev', 'build', 'check', 'new', 'import', 'test', 'bench', 'manual']),
    );
    expect(commands.length).toBeGreaterThan(14);
  });

  it.concurrent.each(commands)('%s says what it is for, its options, and how it ends', async (name, file) => {
    const { status, stdout, stderr } = await run(file, '--help');
    expect([status, stderr]).toEqual([0, '']);
    const [head = '', blank, purpose = ''] = stdout.split('\n');
    expect(head).toMatch(new RegExp(`^npm (?:run )?${name} -- \\S`, 'u'));
    expect(blank).toBe('');
    expect(purpose).toMatch(/^ {2}[A-Z]/u);
    expect(stdout).toMatch(/^ {2}--help +this text$/mu);
    expect(stdout).toMatch(/ends with +0 .*, 1 .*, 2 [^\n]*\n$/u);
    for (const line of stdout.split('\n')) expect(line.length, line).toBeLessThanOrEqual(110);
  });

  it.concurrent.each(commands)(
    '%s refuses an option that it does not have in one line',
    async (_name, file) => {
      const { status, stdout, stderr } = await run(file, '--hlep');
      expect([status, stdout]).toEqual([2, '']);
      expect(stderr).toBe('There is no option `--hlep`; did you mean `--help`? All options: --help\n');
    },
  );
});

const command =
  /npm (?:run (?:-s |--silent )?(?<script>[a-z]+(?:[:-][a-z]+)*)|(?<short>start|test)\b)(?<rest>[^`\n]*)/gu;

/** Every `npm run …`, `npm start` and `npm test` of a text: the script, and the options it is given. */
function commandsIn(text: string): { name: string; options: string[] }[] {
  return [...text.matchAll(command)].map(({ groups }) => {
    const { script, short, rest = '' } = groups ?? {};
    // What follows another command or a comment is not its own.
    const [own = ''] = rest.split(/[|;&#>]/u);
    return { name: script ?? short ?? '', options: own.match(/(?<= )--[a-z]+(?:-[a-z]+)*/gu) ?? [] };
  });
}

describe('commands that the manual and README show', () => {
  const files = [
    'README.md',
    'bench/README.md',
    ...globSync('content/docs/*/*.md', { cwd: root }).toSorted(),
  ];

  it('exist, with the options that they are given', async () => {
    const helps = new Map<string, string>();
    const wrong: string[] = [];
    let seen = 0;
    for (const file of files) {
      for (const { name, options } of commandsIn(readFileSync(path.join(root, file), 'utf8'))) {
        seen += 1;
        if (scripts[name] === undefined) wrong.push(`${file}: npm run ${name}`);
        const program = commands.find(([own]) => own === name)?.[1];
        if (options.length === 0 || program === undefined) continue;
        const help = helps.get(name) ?? (await run(program, '--help')).stdout;
        helps.set(name, help);
        for (const option of options)
          if (!help.includes(`  ${option} `)) wrong.push(`${file}: npm run ${name} ${option}`);
      }
    }
    expect(wrong).toEqual([]);
    expect(seen).toBeGreaterThan(60);
    expect(helps.size).toBeGreaterThan(4);
  });

  it('are all in README or in the manual', () => {
    const shown = new Set(
      files.flatMap((file) =>
        commandsIn(readFileSync(path.join(root, file), 'utf8')).map(({ name }) => name),
      ),
    );
    expect(Object.keys(scripts).filter((name) => !shown.has(name))).toEqual([]);
  });
});

describe('what a user got wrong', () => {
  let folder = '';
  beforeAll(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'downlink-commands-'));
  });
  afterAll(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  it.concurrent.each([
    ['a value that is missing', 2, 'check.ts', ['--content']],
    ['a port that is none', 2, 'preview.ts', ['--port', '99999']],
    ['a rule that does not exist', 2, 'check.ts', ['--rule', 'link/daed=warn']],
    ['a format that does not exist', 2, 'check.ts', ['--format', 'xml']],
    ['too much', 2, 'check.ts', ['content']],
    ['an import without a folder', 2, 'import.ts', ['hexo']],
    ['a generator that nobody knows', 1, 'import.ts', ['hxeo', 'content']],
    ['a folder to import that is not there', 1, 'import.ts', ['hexo', 'nowhere']],
    ['an article without a title', 1, 'new.ts', []],
    ['a new article in a folder that is a file', 1, 'new.ts', ['A', '--content', 'package.json']],
    ['a schema into a folder that is a file', 1, 'schema.ts', ['package.json/schema.json']],
    ['a site that is not built', 1, 'preview.ts', ['--out', 'nowhere']],
    ['headers of a site that is not built', 1, 'headers.ts', ['--out', 'nowhere']],
    ['a PDF of nothing', 2, 'pdf.ts', []],
    ['a PDF of a site that is not built', 1, 'pdf.ts', ['lora', '--out', 'nowhere']],
    ['an EPUB of nothing', 2, 'epub.ts', []],
    ['an EPUB of a site that is not built', 1, 'epub.ts', ['lora', '--out', 'nowhere']],
    ['an address that is none', 1, 'check.ts', ['--site', 'no address']],
  ])('is said in one line: %s', async (_what, code, file, args) => {
    const { status, stdout, stderr } = await run(path.join('scripts', file), ...args);
    expect([status, stdout]).toEqual([code, '']);
    expect(isOneLine(stderr), stderr).toBe(true);
  });

  it.each([
    ['a folder of content that is not there', ['--content', 'nowhere'], /content\/none/u],
    ['an output folder that is a file', ['--out', 'package.json'], /package\.json is a file/u],
    ['an output folder inside of a file', ['--out', 'package.json/site'], /^\n(?:EEXIST|ENOTDIR): /u],
  ])('ends a build without a trace: %s', async (_what, args, said) => {
    const own = args.includes('--out') ? args : [...args, '--out', path.join(folder, 'site')];
    const { status, stderr } = await run('scripts/build.ts', ...own);
    expect(status).toBe(1);
    expect(stderr).toMatch(said);
    expect(stderr).not.toMatch(/^ +at /mu);
  });

  // Root may write everywhere.
  it.skipIf(process.getuid?.() === 0)('is said in one line: a folder that cannot be written', async () => {
    const closed = path.join(folder, 'closed');
    mkdirSync(closed, { mode: 0o500 });
    const { status, stderr } = await run('scripts/schema.ts', path.join(closed, 'schema.json'));
    chmodSync(closed, 0o700);
    expect(status).toBe(1);
    expect(isOneLine(stderr), stderr).toBe(true);
  });
});
