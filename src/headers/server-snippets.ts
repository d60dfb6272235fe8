import { type HeaderRule, headersOf, patternOf } from './header-rules.ts';

const isExact = (path: string): boolean => !/[*:]/u.test(path);
const isPrefix = (path: string): boolean => /^[^*:]*\/\*$/u.test(path);
/** A path that fits a rule and, if any, the more special ones that do. */
const sampleOf = (path: string): string => path.replaceAll('*', 'x').replace(/:\w+/gu, 'x');

/** The 404 page of the folder that is nearest to a path, among all that the rules name or imply. */
function missingPage(path: string, missing: readonly string[]): string | undefined {
  const near = missing.filter((page) => path.startsWith(page.slice(0, -'404.html'.length)));
  return near.toSorted((a, b) => b.length - a.length)[0];
}

function location(path: string): string {
  if (isExact(path)) return `= ${path}`;
  if (isPrefix(path)) return `^~ ${path.slice(0, -1)}`;
  return `~ "${patternOf(path)}"`;
}

/**
 * A part of nginx's configuration, to be included by a `server` that has a `root`. nginx takes one
 * `location` for a path, and that drops the headers of all others, so each says everything.
 *
 * @param missing paths of the 404 pages: `/404.html`, `/en/404.html`.
 */
export function nginxText(rules: readonly HeaderRule[], missing: readonly string[]): string {
  const [all, ...special] = rules;
  const blocks = [...special, ...(all ? [all] : [])].map((rule) => {
    const { path } = rule;
    const page = missingPage(path, missing);
    const lines = [
      ...Object.entries(headersOf(rules, sampleOf(path))).map(
        ([name, value]) => `  add_header ${name} "${value}" always;`,
      ),
      ...(page === undefined ? [] : [`  error_page 404 ${page};`]),
    ];
    // The rest: a plain prefix, so that patterns win over it.
    const place = rule === all ? path.slice(0, -1) : location(path);
    return `location ${place} {\n${lines.join('\n')}\n}\n`;
  });
  return ['# Include this in a `server` with a `root`; see the manual.\n', ...blocks].join('\n');
}

/**
 * A part of a Caddyfile, for a site with a `root` and `file_server`. In a `route` rules are followed in
 * their order, and a later value takes the place of an earlier one.
 *
 * @param missing as for {@link nginxText}.
 */
export function caddyText(rules: readonly HeaderRule[], missing: readonly string[]): string {
  const lines = rules.flatMap(({ path, headers }, index) => {
    const name = `@downlink${String(index)}`;
    const matcher = path.includes(':') ? `path_regexp "${patternOf(path)}"` : `path ${path}`;
    const set = Object.entries(headers).map(([field, value]) => `    ${field} "${value}"`);
    return [`  ${name} ${matcher}`, `  header ${name} {`, ...set, '  }'];
  });
  const [all] = rules;
  const common = Object.entries(all?.headers ?? {}).map(([field, value]) => `    ${field} "${value}"`);
  // The nearest page first: the first handle that fits is the only one.
  const errors = missing
    .toSorted((a, b) => b.length - a.length)
    .flatMap((page, index) => {
      const name = `@missing${String(index)}`;
      return [
        `  ${name} {`,
        '    expression {err.status_code} == 404',
        `    path ${page.slice(0, -'404.html'.length)}*`,
        '  }',
        `  handle ${name} {`,
        `    rewrite * ${page}`,
        '    file_server',
        '  }',
      ];
    });
  return [
    '# Import this in a site with a `root` and `file_server`; see the manual.',
    'route {',
    ...lines,
    '}',
    'handle_errors {',
    '  header {',
    ...common,
    '  }',
    ...errors,
    '}',
    '',
  ].join('\n');
}
