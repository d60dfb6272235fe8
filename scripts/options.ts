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
