import type { HeaderRule } from './header-rules.ts';

/** Name of the file at the root of a built site: Netlify and Cloudflare Pages read it and do not publish it. */
export const headersFile = '_headers';

/** Rules in the syntax of `_headers`. */
export const headersText = (rules: readonly HeaderRule[]): string =>
  rules
    .map(({ path, headers }) =>
      [path, ...Object.entries(headers).map(([name, value]) => `  ${name}: ${value}`), ''].join('\n'),
    )
    .join('\n');

/** The rules in a `_headers` file that {@link headersText} wrote. */
export function readHeaders(text: string): HeaderRule[] {
  const rules: { path: string; headers: Record<string, string> }[] = [];
  for (const line of text.split('\n')) {
    const [, name = '', value = ''] = /^\s+([\w-]+):\s*(.*)$/u.exec(line) ?? [];
    if (name !== '') {
      const rule = rules.at(-1);
      if (rule) rule.headers[name] = value;
    } else if (line.startsWith('/')) rules.push({ path: line.trim(), headers: {} });
  }
  return rules;
}
