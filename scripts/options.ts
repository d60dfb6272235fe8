import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { inspect, parseArgs } from 'node:util';
import { catalogue, isRule } from '../src/diagnostics/catalogue.ts';
import { nearest } from '../src/diagnostics/nearest.ts';
import { cacheRootOf } from '../src/loader/content-settings.ts';
import { folderTitle } from '../src/loader/folder-title.ts';
import { makeFolder } from '../src/make-folder.ts';
import { refusalOf } from '../src/system-error.ts';
import { settingsFault } from './settings-fault.ts';

/** Options that every command understands; each is a setting of the environment too. */
const shared = {
  content: { type: 'string', env: 'DOWNLINK_CONTENT', help: 'folder with the articles', isPath: true },
  out: { type: 'string', env: 'DOWNLINK_OUT', help: 'folder for the built site', isPath: true },
  base: { type: 'string', env: 'DOWNLINK_BASE', help: 'path under which the site is served', isPath: false },
  site: { type: 'string', env: 'DOWNLINK_SITE', help: 'public address of the site', isPath: false },
} as const;

/** What a command knows after its options are read. */
export interface Options<Format extends string = ReportFormat> {
  /** Port asked for; the next free one is taken where it is not. */
  readonly port: number;
  /** How the command prints; diagnostics on GitHub Actions as annotations unless something else is asked for. */
  readonly format: Format;
}

/** What `--format` may say; the first one counts without it. */
interface Formats<Format extends string> {
  /** What the command does in that format. */
  readonly use: string;
  readonly formats: readonly [Format, ...Format[]];
}

type ReportFormat = 'text' | 'json' | 'github';
const reports: Formats<ReportFormat> = { use: 'reports', formats: ['text', 'json', 'github'] };

/** What the status of every command means. */
const exitCodes = `  ends with   0 done, 1 something is wrong and was said, 2 arguments that cannot be read
`;

/** Says in one line why arguments cannot be read, and which option may have been meant; ends the process with 2. */
function refuse(error: unknown, usage: string): never {
  const [line = ''] = (error as Error).message.split(/\n|(?<=')\. /u);
  const unknown = /^Unknown option '(?<name>[^']*)'/u.exec(line)?.groups?.name;
  const known = [...usage.matchAll(/^ {2}(--[a-z-]+)/gmu)].map(([, option = '']) => option);
  const meant = nearest(unknown ?? '', known);
  const hint = meant === undefined ? '' : `; did you mean \`${meant}\`?`;
  const message =
    unknown === undefined ? line.replace(/\.$/u, '') : `There is no option \`${unknown}\`${hint}`;
  process.stderr.write(`${message}${/[.?]$/u.test(message) ? '' : '.'} All options: --help\n`);
  process.exit(2);
}

/** Thrown where a command cannot do what it was asked for; its message is all that is said. */
export class UserError extends Error {
  override name = 'UserError';
}

/** Names of errors that an author asked for, and that need no stack trace. */
const forAuthors = new Set(['AuthoringError', 'ExportError', 'SettingsError', 'UserError']);

/** What to say of an error that an author can put right; nothing for one of the program's own. */
const saidOf = (error: unknown): string | undefined =>
  forAuthors.has((error as Error).name) ? (error as Error).message : refusalOf(error);

/** Lets an error that nobody catches end the process with 1, and one that authors can put right without a trace. */
function endOnErrors(): void {
  process.on('uncaughtException', (error) => {
    process.stderr.write(`${saidOf(error) ?? inspect(error)}\n`);
    process.exit(1);
  });
}

const usage = (command: string, purpose: string, { use, formats }: Formats<string>): string =>
  [
    `npm run ${command} -- [options]`,
    '',
    `  ${purpose}`,
    '',
    ...Object.entries(shared).map(([name, { env, help }]) => `  --${name.padEnd(9)} ${help} (or ${env})`),
    `  --${'rule'.padEnd(9)} severity of a diagnostic rule, \`link/dead=warn\`; may be repeated (or DOWNLINK_RULES)`,
    `  --${'lenient'.padEnd(9)} errors of content are warnings: builds any folder (or DOWNLINK_LENIENT=1)`,
    `  --${'compress'.padEnd(9)} writes .br and .gz beside the files of the site (or DOWNLINK_COMPRESS=1)`,
    `  --${'profile'.padEnd(9)} tells what a build spends its time on (or DOWNLINK_PROFILE=1, or =FILE for JSON too)`,
    `  --${'port'.padEnd(9)} port to serve on, where the command serves (4321)`,
    `  --${'format'.padEnd(9)} ${formats.join(', ')}, where the command ${use} (${formats[0]})`,
    `  --${'help'.padEnd(9)} this text`,
    '',
    exitCodes,
  ].join('\n');

/** Refuses what is no `rule=severity`. */
function checkRule(written: string): void {
  const [rule = '', severity = ''] = written.split('=', 2);
  if (!isRule(rule)) {
    const meant = nearest(rule, Object.keys(catalogue));
    throw new Error(
      `--rule: no rule \`${rule}\`${meant === undefined ? '' : `; did you mean \`${meant}\`?`}`,
    );
  }
  if (!['error', 'warn', 'off'].includes(severity))
    throw new Error(`--rule: write \`${rule}=error\`, \`${rule}=warn\` or \`${rule}=off\`.`);
}

/**
 * Reads a command's options into the environment, where the site's settings and Astro's
 * configuration look for them. Paths are taken from the folder in which npm was called.
 *
 * Ends the process for `--help` (0) and for an option that does not exist (2).
 */
export function readOptions(command: string, purpose: string): Options;
export function readOptions<Format extends string>(
  command: string,
  purpose: string,
  formats: Formats<Format>,
): Options<Format>;
export function readOptions(
  command: string,
  purpose: string,
  chosen: Formats<string> = reports,
): Options<string> {
  const from = process.env.INIT_CWD ?? process.cwd();
  endOnErrors();
  try {
    const { values } = parseArgs({
      options: {
        content: { type: 'string' },
        out: { type: 'string' },
        base: { type: 'string' },
        site: { type: 'string' },
        rule: { type: 'string', multiple: true },
        port: { type: 'string' },
        format: { type: 'string' },
        lenient: { type: 'boolean' },
        compress: { type: 'boolean' },
        profile: { type: 'boolean' },
        help: { type: 'boolean', short: 'h' },
      },
    });
    if (values.help) {
      process.stdout.write(usage(command, purpose, chosen));
      process.exit(0);
    }
    for (const [name, { env, isPath }] of Object.entries(shared)) {
      const value = values[name as keyof typeof shared] ?? process.env[env];
      if (value) process.env[env] = isPath ? path.resolve(from, value) : value;
    }
    if (values.rule) {
      for (const one of values.rule) checkRule(one);
      const before = process.env.DOWNLINK_RULES ? [process.env.DOWNLINK_RULES] : [];
      process.env.DOWNLINK_RULES = [...before, ...values.rule].join(',');
    }
    if (values.lenient) process.env.DOWNLINK_LENIENT = '1';
    if (values.profile) process.env.DOWNLINK_PROFILE ||= '1';
    if (process.env.DOWNLINK_LENIENT === '1' && process.env.DOWNLINK_CONTENT)
      process.env.DOWNLINK_NAME ??= folderTitle(process.env.DOWNLINK_CONTENT);
    if (values.compress) process.env.DOWNLINK_COMPRESS = '1';
    const port = Number(values.port ?? 4321);
    if (!Number.isInteger(port) || port < 0 || port > 65_535)
      throw new Error(`--port ${String(values.port)} is not a port.`);
    const { formats } = chosen;
    const inActions = chosen === reports && process.env.GITHUB_ACTIONS;
    const format = values.format ?? (inActions ? 'github' : formats[0]);
    if (!formats.includes(format)) throw new Error(`--format ${format} is none of ${formats.join(', ')}.`);
    // Whoever calls a script by its path need not be in the project; Vite and Astro look for their files here.
    process.chdir(fileURLToPath(new URL('..', import.meta.url)));
    // Astro would ask a server about its own use.
    process.env.ASTRO_TELEMETRY_DISABLED = '1';
    if (process.env.DOWNLINK_CACHE) makeFolder(cacheRootOf());
    return { port, format };
  } catch (error) {
    refuse(error, usage(command, purpose, chosen));
  }
}

/** Says what is wrong with `src/site.config.ts` without a stack trace, and ends the process. */
export async function withSettings<Module>(load: () => Promise<Module>): Promise<Module> {
  try {
    return await load();
  } catch (error) {
    const said = settingsFault(error);
    if (said === undefined) throw error;
    process.stderr.write(`${said}\n`);
    process.exit(1);
  }
}

/**
 * Reads the arguments of a command that has options of its own. Ends the process for `--help` (0) and for
 * arguments that cannot be read (2).
 */
export function readArguments<Parsed extends { values: { help?: boolean | undefined } }>(
  usage: string,
  parse: () => Parsed,
): Parsed {
  endOnErrors();
  try {
    const parsed = parse();
    if (!parsed.values.help) return parsed;
    process.stdout.write(`${usage}\n${exitCodes}`);
    process.exit(0);
  } catch (error) {
    refuse(error, usage);
  }
}

/** A path as the author wrote it, from the folder in which npm was called. */
export const givenPath = (written: string): string =>
  path.resolve(process.env.INIT_CWD ?? process.cwd(), written);

/** Puts a shared folder into the environment, as {@link readOptions} does. */
export function readFolder(name: 'content' | 'out', written: string | undefined): void {
  const { env } = shared[name];
  const value = written ?? process.env[env];
  if (value) process.env[env] = givenPath(value);
}

/** Says what an author asked for in vain, without a stack trace, and ends the process with 1. */
export async function userErrors(work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    const said = saidOf(error);
    if (said === undefined) throw error;
    process.stderr.write(`${said}\n`);
    process.exit(1);
  }
}
