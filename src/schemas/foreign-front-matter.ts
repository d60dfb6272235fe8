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
  const slug = value.replace(/(?:\/?index)?\.html?$/u, '').replace(/^\/+|\/+$/gu, '');
  return slug === '' ? null : slug;
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
 * `draft: true` · `permalink: /notes/lora/` → `slug: notes/lora` · `math: true` → nothing
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
      return { key: ours, value: value === null ? null : names(value) };
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
