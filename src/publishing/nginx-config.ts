import { type HeaderRule, headersOf, patternOf } from '../headers/header-rules.ts';
import { smallestFile } from './compress-files.ts';
import type { HostedSite } from './hosted-site.ts';
import { mediaTypes } from './media-types.ts';

const isExact = (path: string): boolean => !/[*:]/u.test(path);
const isPrefix = (path: string): boolean => /^[^*:]*\/\*$/u.test(path);
/** A path that fits a rule and, if any, the more special ones that do. */
const sampleOf = (path: string): string => path.replaceAll('*', 'x').replace(/:\w+/gu, 'x');

/** The 404 page of the folder that is nearest to a path. */
function missingPage(path: string, missing: readonly string[]): string | undefined {
  const near = missing.filter((page) => path.startsWith(page.slice(0, -'404.html'.length)));
  return near.toSorted((a, b) => b.length - a.length)[0];
}

function place(path: string): string {
  if (isExact(path)) return `= "${path}"`;
  if (isPrefix(path)) return `^~ "${path.slice(0, -1)}"`;
  return `~ "${patternOf(path)}"`;
}

const indented = (lines: readonly string[]): string[] => lines.map((line) => `  ${line}`);

const unique = (types: readonly string[]): string => [...new Set(types)].join(' ');

/** How files are sent: their types, and compressed. What is inside of a `location` inherits it. */
function sending(): string[] {
  const all = Object.values(mediaTypes);
  const endings = Map.groupBy(Object.entries(mediaTypes), ([, { type }]) => type);
  // nginx compresses `text/html`, and says its charset, without being told.
  const others = all.filter(({ type }) => type !== 'text/html');
  return [
    'absolute_redirect off;',
    'index index.html;',
    'default_type application/octet-stream;',
    'types {',
    ...[...endings].map(([type, names]) => `  ${type} ${names.map(([end]) => end).join(' ')};`),
    '}',
    'charset utf-8;',
    `charset_types ${unique(others.filter(({ isText }) => isText).map(({ type }) => type))};`,
    'gzip on;',
    'gzip_static on;',
    '# With libnginx-mod-http-brotli-static, and a site that was built with --compress:',
    '# brotli_static on;',
    'gzip_vary on;',
    'gzip_proxied any;',
    `gzip_min_length ${String(smallestFile)};`,
    `gzip_types ${unique(others.filter(({ compresses }) => compresses).map(({ type }) => type))};`,
  ];
}

/** Headers of what fits a rule, those of all other rules that it fits too, and the page for what is not there. */
function answering(rules: readonly HeaderRule[], path: string, missing: readonly string[]): string[] {
  const page = missingPage(path, missing);
  return [
    ...Object.entries(headersOf(rules, sampleOf(path))).map(
      ([name, value]) => `add_header ${name} "${value}" always;`,
    ),
    ...(page === undefined ? [] : [`error_page 404 ${page};`]),
  ];
}

const location = (where: string, lines: readonly string[]): string[] => [
  `location ${where} {`,
  ...indented(lines),
  '}',
];

/**
 * A part of nginx's configuration, to be included by a `server` that has a `root`. nginx takes one
 * `location` for a path, and that drops the headers of all others, so each says everything. All are inside of
 * one for the site, so that nothing else of the server is touched.
 */
export function nginxText({ rules, redirects, missing, base }: HostedSite): string {
  const special = rules.filter(({ path }) => path !== `${base}*`);
  const inside = [
    ...sending(),
    ...answering(rules, `${base}*`, missing),
    ...redirects.flatMap(({ from, to }) => location(`= "${decodeURI(from)}"`, [`return 301 ${to};`])),
    ...special.flatMap(({ path }) => location(place(path), answering(rules, path, missing))),
  ];
  const folder = base.slice(0, -1);
  const lines = [
    '# Include this in a `server` with a `root`, below which the site is; see the manual.',
    ...(folder === '' ? [] : location(`= ${folder}`, ['absolute_redirect off;', `return 301 ${base};`])),
    ...location(base, inside),
  ];
  return `${lines.join('\n')}\n`;
}
