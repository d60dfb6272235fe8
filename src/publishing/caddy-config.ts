import { patternOf } from '../headers/header-rules.ts';
import { copies } from './compress-files.ts';
import type { HostedSite } from './hosted-site.ts';
import { contentTypeOf, mediaTypes } from './media-types.ts';

const indented = (lines: readonly string[]): string[] => lines.map((line) => `  ${line}`);

const block = (head: string, lines: readonly string[]): string[] => [`${head} {`, ...indented(lines), '}'];

const fields = (headers: Readonly<Record<string, string>>): string[] =>
  Object.entries(headers).map(([name, value]) => `${name} "${value}"`);

/** The types of files: what Caddy says of them depends on the machine. */
function types(): string[] {
  const endings = Map.groupBy(Object.keys(mediaTypes), (end) => contentTypeOf(`x.${end}`));
  return [...endings].flatMap(([type, ends], index) => {
    // A folder is sent as its page.
    const paths = [...(type.startsWith('text/html') ? ['*/'] : []), ...ends.map((end) => `*.${end}`)];
    const name = `@type${String(index)}`;
    return [`${name} path ${paths.join(' ')}`, `header ${name} Content-Type "${type}"`];
  });
}

/** What is compressed on the way: more types than Caddy knows by itself. */
const encode = (): string[] => {
  const types = new Set(
    Object.values(mediaTypes).flatMap(({ type, compresses }) => (compresses ? [type] : [])),
  );
  const match = [...types].map((type) => `header Content-Type ${type}*`);
  return block('encode', ['gzip', ...block('match', match)]);
};

/** Old addresses, compared sign by sign: a matcher of paths would take capitals for small letters. */
function moved({ redirects }: HostedSite): string[] {
  if (redirects.length === 0) return [];
  return [
    ...block('map {path} {moved_to}', [
      ...redirects.map(({ from, to }) => `"${decodeURI(from)}" "${to}"`),
      'default ""',
    ]),
    '@moved not vars {moved_to} ""',
    'redir @moved {moved_to} 301',
  ];
}

/**
 * A part of a Caddyfile, for a site with a `root`. In a `route` rules are followed in their order, and a later
 * value takes the place of an earlier one.
 */
export function caddyText(site: HostedSite): string {
  const { rules, missing, base } = site;
  const headers = rules.flatMap(({ path, headers: values }, index) => {
    const name = `@rule${String(index)}`;
    const matcher = path.includes(':') ? `path_regexp "${patternOf(path)}"` : `path "${path}"`;
    return [`${name} ${matcher}`, ...block(`header ${name}`, fields(values))];
  });
  const serve = block('file_server', [`precompressed ${Object.keys(copies).join(' ')}`]);
  const route = block('route', [...moved(site), ...types(), ...headers, ...encode(), ...serve]);
  const folder = base.slice(0, -1);
  // The nearest page first: the first handle that fits is the only one.
  const errors = missing
    .toSorted((a, b) => b.length - a.length)
    .flatMap((page, index) => {
      const name = `@missing${String(index)}`;
      const near = `path "${page.slice(0, -'404.html'.length)}*"`;
      return [
        ...block(name, ['expression {err.status_code} == 404', near]),
        ...block(`handle ${name}`, [
          `rewrite * ${page}`,
          'header Content-Type "text/html; charset=utf-8"',
          ...encode(),
          ...serve,
        ]),
      ];
    });
  const lines = [
    '# Import this in a site with a `root`, below which the site is; see the manual.',
    ...(folder === '' ? [] : [`redir ${folder} ${base} 301`]),
    ...block(folder === '' ? 'handle' : `handle ${base}*`, route),
    ...block('handle_errors', [...block('header', fields(rules[0]?.headers ?? {})), ...errors]),
  ];
  return `${lines.join('\n')}\n`;
}
