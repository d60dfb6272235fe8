/** An address that an article had before, and where it is now; paths without the base path, not percent-encoded. */
export interface Redirect {
  /** `/2021/03/04/attention/`, or a file: `/notes/attention.html`. */
  readonly from: string;
  /** `/posts/attention/` */
  readonly to: string;
}

/** An old address as it is meant, or why it cannot be one and what to write instead. */
export type OldAddress =
  { readonly path: string } | { readonly problem: string; readonly hint?: string | undefined };

/** Signs that `_redirects`, nginx and Caddy read as a pattern, a variable or the end of a word. */
const special = /[*:<>"{}|^`$;\\\p{Cc}]/u;
/** What the name of a file ends in; others are folders, of which hosts show the `index.html`. */
const fileName = /\.[a-z][a-z\d]{1,4}$/iu;
/** Bytes of a name; file systems take 255. */
const longestName = 240;

const bytes = (text: string): number => new TextEncoder().encode(text).length;

function decoded(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}

/**
 * Reads an address of a site as it was before.
 *
 * `/2021/03/04/attention` and `/2021/03/04/attention/index.html` → `/2021/03/04/attention/` ·
 * `/%E4%BD%8E%E7%A7%A9.html` → `/低秩.html`
 */
export function readOldAddress(written: string): OldAddress {
  const whole = /^[a-z][a-z\d+.-]*:\/\/[^/]*(?<path>.*)$/iu.exec(written)?.groups;
  if (whole) {
    const hint = `write the path alone: \`${whole.path || '/'}\``;
    return { problem: 'names a host; a site can redirect its own addresses only', hint };
  }
  if (!written.startsWith('/')) return { problem: 'does not begin with `/`', hint: `write \`/${written}\`` };
  const end = /[?#]/u.exec(written)?.index;
  if (end !== undefined) {
    const hint = `write \`${written.slice(0, end)}\``;
    return { problem: 'has a part that hosts do not look at when they redirect', hint };
  }
  const path = decoded(written);
  if (path === undefined)
    return { problem: 'has a `%` that stands for nothing', hint: 'write `%25` for the sign itself' };
  const sign = special.exec(path)?.[0];
  if (sign !== undefined) {
    const shown = /\p{Cc}/u.test(sign) ? 'a control character' : `\`${sign}\``;
    return { problem: `has ${shown}, which means something else to hosts` };
  }
  const folder = path.replace(/\/index\.html?$/iu, '/');
  const clean = folder.endsWith('/') || fileName.test(folder) ? folder : `${folder}/`;
  const names = clean.split('/').slice(1, clean.endsWith('/') ? -1 : undefined);
  if (names.some((name) => name === '' || name.startsWith('.')))
    return { problem: 'has a part that is empty or begins with a dot' };
  if (names.some((name) => bytes(name) > longestName)) return { problem: 'has a part that is too long' };
  return { path: clean };
}

/** Whether an old address is a page, for which a page that leads on can stand in: `/a/`, `/a.html`, not `/a.php`. */
export const canBePage = ({ from }: Redirect): boolean => /(?:\/|\.html?)$/iu.test(from);
