import { inspect } from 'node:util';
import { z } from 'astro/zod';
import { nearest } from './diagnostics/nearest.ts';
import { type SiteConfigInput, siteConfigSchema } from './schemas/site.ts';
import { placeOfSetting } from './settings-place.ts';

type Issue = z.core.$ZodIssue;
type Path = readonly PropertyKey[];

const isRecord = (value: unknown): value is Readonly<Record<PropertyKey, unknown>> =>
  typeof value === 'object' && value !== null;

/** What stands at a path, in settings or in a schema. */
const valueAt = (root: unknown, path: Path): unknown =>
  path.reduce<unknown>((value, part) => (isRecord(value) ? value[part] : undefined), root);

/** A copy with another value at a path that exists. */
function replacedAt(root: unknown, [part, ...rest]: Path, value: unknown): unknown {
  if (part === undefined) return value;
  if (Array.isArray(root))
    return root.map((own, index) => (index === part ? replacedAt(own, rest, value) : (own as unknown)));
  return isRecord(root) ? { ...root, [part]: replacedAt(root[part], rest, value) } : root;
}

/** Keys that an object of the settings may have. */
function keysAt(path: Path): string[] {
  const schema = z.toJSONSchema(siteConfigSchema, { io: 'input', unrepresentable: 'any' });
  const inSchema = path.flatMap((part) => (typeof part === 'number' ? ['items'] : ['properties', part]));
  return Object.keys(valueAt(schema, [...inSchema, 'properties']) ?? {});
}

/** `a`, `b` or `c` */
export const listed = (words: readonly string[]): string =>
  words
    .map((word) => `\`${word}\``)
    .join(', ')
    .replace(/, (?=[^,]*$)/u, ' or ');

/** The word of a list that is nearest, or begins as this one: `warning` → `warn`. */
export const meantWord = (word: string, words: readonly string[]): string | undefined =>
  nearest(word, words) ?? words.find((one) => word.startsWith(one) || (word !== '' && one.startsWith(word)));

const booleans = new Map([
  ...['true', 'yes', 'on', '1'].map((word) => [word, true] as const),
  ...['false', 'no', 'off', '0'].map((word) => [word, false] as const),
]);

/** What an author may have meant by a value, the most likely first; most do not fit its key. */
function* meantValues(value: unknown, issue: Issue): Generator {
  if (typeof value === 'number') yield Math.max(1, Math.round(value));
  if (typeof value === 'number' || typeof value === 'boolean') yield String(value);
  if (issue.code === 'invalid_type' && issue.expected === 'array') yield [value];
  if (typeof value !== 'string') return;
  const text = value.trim();
  yield text;
  if (issue.code === 'invalid_value') yield meantWord(text.toLowerCase(), issue.values.map(String));
  if (/^\d+$/u.test(text)) yield Number(text);
  yield booleans.get(text.toLowerCase());
  if (URL.canParse(text)) {
    yield new URL(text).pathname;
    yield new URL(text).origin;
  } else yield `/${text}`;
  const address = text.replace(/^(?:https?:)?\/*/u, '');
  if (/^[\w-]+(?:\.[\w-]+)+(?=[/:]|$)/u.test(address)) yield `https://${address}`;
  yield text.replaceAll(/[\s_]+/gu, '-');
  yield `${text.replace(/\/+$/u, '')}/{path}`;
}

/** Issues of settings; none where they are right. */
const issuesOf = (settings: unknown): readonly Issue[] =>
  siteConfigSchema.safeParse(settings).error?.issues ?? [];

/** The first of the meant values with which the key has no issue any more. */
function correctedValue(settings: SiteConfigInput, issue: Issue): unknown {
  const place = z.core.toDotPath(issue.path);
  for (const value of meantValues(valueAt(settings, issue.path), issue)) {
    if (value === undefined) continue;
    const left = issuesOf(replacedAt(settings, issue.path, value));
    if (!left.some(({ path }) => z.core.toDotPath(path).startsWith(place))) return value;
  }
  return undefined;
}

const kinds: Readonly<Record<string, string>> = {
  string: 'a text in quotes',
  number: 'a number',
  int: 'a whole number',
  boolean: '`true` or `false`',
  array: 'a list, `[…]`',
  object: 'an object, `{ … }`',
  record: 'an object, `{ … }`',
};

/** What is wrong with a value, in plain words. */
function problemOf(issue: Issue, value: unknown): string {
  if (value === undefined && issue.code !== 'custom') return 'is missing';
  switch (issue.code) {
    case 'invalid_type':
      return `must be ${kinds[issue.expected] ?? issue.expected}`;
    case 'invalid_value':
      return `must be ${listed(issue.values.map(String))}`;
    case 'invalid_union':
      return "must be a text, or one for each locale: `{ zh: '…', en: '…' }`";
    case 'too_small':
      return issue.origin === 'number' ? `must be more than ${String(issue.minimum)}` : 'must not be empty';
    case 'invalid_key':
      return 'must be the name of a macro, such as `\\\\R`';
    case 'invalid_format':
      if (issue.format === 'url') return 'must be an address such as `https://example.org`';
      return issue.format === 'starts_with' ? 'must begin with `/`' : issue.message;
    default:
      return issue.message;
  }
}

/** A value as it stands in the configuration. */
const literal = (value: unknown): string => inspect(value, { breakLength: Infinity, depth: null });

/**
 * One line for each thing that is wrong with settings, with the text to write instead where it can be told.
 *
 * `src/site.config.ts:16:3: pageSize: must be a number; write `7``
 *
 * @param variables variable of the environment by the key that it set.
 * @param source text of the file; empty where it cannot be read, and then the lines name no place in it.
 */
export function problemsOf(
  settings: SiteConfigInput,
  variables: Readonly<Record<string, string>>,
  source: string,
): readonly string[] {
  const fileAt = (path: Path): string => {
    const place = placeOfSetting(source, path);
    return place ? `src/site.config.ts:${String(place.line)}:${String(place.column)}` : 'src/site.config.ts';
  };
  return issuesOf(settings).flatMap((issue) => {
    const place = issue.path.map(String).join('.');
    if (issue.code === 'unrecognized_keys') {
      const known = keysAt(issue.path);
      return issue.keys.map((key) => {
        const meant = meantWord(key, known);
        const hint = meant === undefined ? `write one of ${listed(known)}` : `did you mean \`${meant}\`?`;
        return `${fileAt([...issue.path, key])}: ${place || 'the configuration'}: there is no key \`${key}\`; ${hint}`;
      });
    }
    const value = valueAt(settings, issue.path);
    const corrected = correctedValue(settings, issue);
    const variable = variables[place];
    const written = variable === undefined ? literal(corrected) : `${variable}=${String(corrected)}`;
    const hint = corrected === undefined ? '' : `; write \`${written}\``;
    const where = variable ?? `${fileAt(issue.path)}: ${place || 'the configuration'}`;
    return `${where}: ${problemOf(issue, value)}${hint}`;
  });
}
