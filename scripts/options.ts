import path from 'node:path';
import { parseArgs } from 'node:util';
import { catalogue, isRule } from '../src/diagnostics/catalogue.ts';
import { nearest } from '../src/diagnostics/nearest.ts';

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

const usage = (command: string, purpose: string, { use, formats }: Formats<string>): string =>
  [
    `npm run ${command} -- [options]`,
    '',
    `  ${purpose}`,
    '',
    ...Object.entries(shared).map(([name, { env, help }]) => `  --${name.padEnd(9)} ${help} (or ${env})`),
    `  --${'rule'.padEnd(9)} severity of a diagnostic rule, \`link/dead=warn\`; may be repeated (or DOWNLINK_RULES)`,
    `  --${'lenient'.padEnd(9)} errors of content are warnings: builds any folder (or DOWNLINK_LENIENT=1)`,
    `  --${'port'.padEnd(9)} port to serve on, where the command serves (4321)`,
    `  --${'format'.padEnd(9)} ${formats.join(', ')}, where the command ${use} (${formats[0]})`,
    `  --${'help'.padEnd(9)} this text`,
    '',
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
    const port = Number(values.port ?? 4321);
    if (!Number.isInteger(port) || port < 0 || port > 65_535)
      throw new Error(`--port ${String(values.port)} is not a port.`);
    const { formats } = chosen;
    const inActions = chosen === reports && process.env.GITHUB_ACTIONS;
    const format = values.format ?? (inActions ? 'github' : formats[0]);
    if (!formats.includes(format)) throw new Error(`--format ${format} is none of ${formats.join(', ')}.`);
    // Astro would ask a server about its own use.
    process.env.ASTRO_TELEMETRY_DISABLED = '1';
    return { port, format };
  } catch (error) {
    process.stderr.write(`${(error as Error).message}\n\n${usage(command, purpose, chosen)}`);
    process.exit(2);
  }
}

/** Says what is wrong with `src/site.config.ts` without a stack trace, and ends the process. */
export async function withSettings<Module>(load: () => Promise<Module>): Promise<Module> {
  try {
    return await load();
  } catch (error) {
    if ((error as Error).name !== 'SettingsError') throw error;
    process.stderr.write(`${(error as Error).message}\n`);
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
  try {
    const parsed = parse();
    if (!parsed.values.help) return parsed;
    process.stdout.write(usage);
    process.exit(0);
  } catch (error) {
    process.stderr.write(`${(error as Error).message}\n\n${usage}`);
    process.exit(2);
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
    const { name, message, code } = error as NodeJS.ErrnoException;
    // The system refuses a path: that is for the author to put right, too.
    if (name !== 'AuthoringError' && code === undefined) throw error;
    process.stderr.write(`${message}\n`);
    process.exit(1);
  }
}
