/** A key of ours, and what it is given. */
export interface ForeignValue {
  readonly key: string;
  /** `null` where there is nothing to give. */
  readonly value: unknown;
}

type Values = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is Values =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A list of lists as one list; an object by its name. */
const names = (value: unknown): unknown[] =>
  Array.isArray(value)
    ? value.flatMap(names)
    : isObject(value)
      ? [value.name ?? value.title ?? value.id ?? value]
      : value === null || value === ''
        ? []
        : [value];

/** `a, b` and `#a #b`; `a b` where Jekyll wrote it, whose posts all have a layout. */
function tagsOf(value: unknown, { layout }: Values): unknown[] {
  if (typeof value !== 'string')
    return names(value).map((tag) => (typeof tag === 'string' ? tag.replace(/^#/u, '') : tag));
  const isSpaced = typeof layout === 'string' || /^#\S+(?:\s+#\S+)*$/u.test(value.trim());
  return value
    .split(/[,，、;；]/u.test(value) ? /[,，、;；]/u : isSpaced ? /\s+/u : /$^/u)
    .map((tag) => tag.trim().replace(/^#/u, ''))
    .filter((tag) => tag !== '');
}

const authorsOf = (value: unknown): unknown[] =>
  names(value).flatMap((name) =>
    typeof name === 'string' ? name.split(/\s*[,，、;；]\s*/u).filter((part) => part !== '') : [name],
  );

/** An address of the old site; one with variables in it is a pattern and names no article. */
function slugOf(value: unknown): string | null {
  if (typeof value !== 'string' || /[:{}]/u.test(value)) return null;
  const path = value.replace(/(?:\/?index)?\.html?$/u, '').replace(/^\/+|\/+$/gu, '');
  // Articles are below `/posts/` here too.
  const slug = path.replace(/^posts\//u, '');
  return slug === '' ? null : slug;
}

/** Whether Hugo, whose `aliases` are old addresses, means one of them; a name does not begin with a slash. */
const isAddress = (alias: unknown): alias is string => typeof alias === 'string' && alias.startsWith('/');

const withSlash = (address: string): string => (address.startsWith('/') ? address : `/${address}`);

/** An old address, and the path of the value that tells it. */
interface ToldAddress {
  readonly written: string;
  readonly path: readonly (string | number)[];
  /** Whether it is only the address of the article over there. */
  readonly isGuess: boolean;
}

/**
 * Addresses of the old site that other keys tell: `permalink: /notes/lora/`, and of Hugo `url` and
 * `aliases: [/lora.html]`.
 *
 * @param raw all keys as they are written.
 */
export function addressesBesides(raw: Values): ToldAddress[] {
  const links = ['permalink', 'url'].flatMap((key): ToldAddress[] => {
    const value = raw[key];
    if (typeof value !== 'string' || slugOf(value) === null) return [];
    return [{ written: withSlash(value), path: [key], isGuess: true }];
  });
  const aliases = ['aliases', 'alias'].flatMap((key): ToldAddress[] => {
    const value = raw[key];
    if (isAddress(value)) return [{ written: value, path: [key], isGuess: false }];
    return (Array.isArray(value) ? value : []).flatMap((one: unknown, index): ToldAddress[] =>
      isAddress(one) ? [{ written: one, path: [key, index], isGuess: false }] : [],
    );
  });
  return [...links, ...aliases];
}

/** Hugo orders the parts of a series by a number of their own, else by their dates. */
function seriesOf(value: unknown, raw: Values): unknown {
  if (isObject(value)) return value;
  const id = names(value)[0];
  if (id === undefined) return null;
  const given = [raw.series_order, raw.seriesOrder, raw.series_weight, raw.weight].find(
    (order) => typeof order === 'number',
  );
  const date = typeof raw.date === 'string' ? raw.date.replace(/\D/gu, '') : '';
  return { id, order: given ?? Number(date.slice(0, 8)) };
}

/** `{ image: ./a.png }` and `[./a.png]` as well as `./a.png`. */
function coverOf(value: unknown): unknown {
  const first: unknown = Array.isArray(value) ? value[0] : value;
  const path = isObject(first) ? (first.image ?? first.src ?? first.url ?? first.path) : first;
  return typeof path === 'string' && path !== '' ? path : null;
}

/** `published: false` is a draft; `published: 2020-01-02` is a date. */
function publishedOf(value: unknown): ForeignValue {
  if (typeof value === 'string' && /^\d{4}/u.test(value)) return { key: 'date', value };
  return { key: 'draft', value: typeof value === 'boolean' ? !value : null };
}

/**
 * Reads a value as other generators mean it.
 *
 * `tags: a, b` → `[a, b]` · `author: { name: 甲 }` → `authors: [甲]` · `published: false` →
 * `draft: true` · `permalink: /notes/lora/` → `slug: notes/lora` (and see {@link addressesBesides}) ·
 * `math: true` → nothing
 *
 * @param ours the key that `written` is a synonym of, or `written` itself.
 * @param raw all keys as they are written.
 */
export function foreignValue(ours: string, written: string, value: unknown, raw: Values): ForeignValue {
  if (written === 'published' || written === 'publish') return publishedOf(value);
  const isSynonym = ours !== written;
  switch (ours) {
    case 'tags':
      return { key: ours, value: value === null ? null : tagsOf(value, raw) };
    case 'authors':
      return { key: ours, value: value === null ? null : authorsOf(value) };
    case 'aliases':
      return { key: ours, value: value === null ? null : names(value).filter((name) => !isAddress(name)) };
    case 'redirectFrom': {
      const addresses = value === null ? null : names(value);
      // Jekyll needs no slash before the first part.
      return { key: ours, value: isSynonym ? (addresses?.map(String).map(withSlash) ?? null) : addresses };
    }
    case 'slug':
      return { key: ours, value: isSynonym ? slugOf(value) : value };
    case 'series':
      return { key: ours, value: seriesOf(value, raw) };
    case 'cover':
      return { key: ours, value: coverOf(value) };
    case 'math':
      return { key: ours, value: typeof value === 'boolean' ? null : value };
    default:
      return { key: ours, value: isSynonym && (value === '' || typeof value === 'boolean') ? null : value };
  }
}
