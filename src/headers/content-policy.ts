/** Hashes of what stands inline on pages: `sha256-…`, without quotation marks. */
export interface InlineHashes {
  readonly scripts: readonly string[];
  readonly styles: readonly string[];
}

/** Hosts that the site's settings allow besides its own, by directive. */
export type ForeignSources = Readonly<Partial<Record<string, readonly string[]>>>;

/** A policy: directives with their sources. */
export type ContentPolicy = Readonly<Record<string, readonly string[]>>;

const own = ["'self'"];
const quoted = (hashes: readonly string[]): string[] => hashes.map((hash) => `'${hash}'`);

/**
 * What a page may load, by its own markup or by scripts: files of this site, and the inline scripts and
 * styles whose hashes are given. Formulas carry classes and no `style`, so nothing `unsafe-…` is needed.
 * There is no `upgrade-insecure-requests`: no page asks for anything over HTTP, and a preview on another
 * machine of a local network would break.
 */
export function pagePolicy({ scripts, styles }: InlineHashes, foreign: ForeignSources = {}): ContentPolicy {
  const policy: Record<string, readonly string[]> = {
    'default-src': ["'none'"],
    'script-src': [...own, ...quoted(scripts)],
    'style-src': [...own, ...quoted(styles)],
    'img-src': own,
    'font-src': own,
    'media-src': own,
    'connect-src': own,
    'worker-src': own,
    'manifest-src': own,
    'form-action': own,
    'base-uri': ["'none'"],
  };
  for (const [directive, hosts = []] of Object.entries(foreign)) {
    policy[directive] = [...(policy[directive] ?? []), ...hosts];
  }
  return policy;
}

/** What counts only in a header, and for every answer, the 404 page under any address included. */
export const framePolicy: ContentPolicy = { 'frame-ancestors': ["'none'"] };

/**
 * What the worker of search may do: a worker has the policy of its own file and not that of the page. The
 * index is opened by WebAssembly, here and nowhere else.
 */
export const searchWorkerPolicy: ContentPolicy = {
  'default-src': ["'none'"],
  'script-src': [...own, "'wasm-unsafe-eval'"],
  'connect-src': own,
};

/** What the service worker may do: ask this site for files. */
export const serviceWorkerPolicy: ContentPolicy = {
  'default-src': ["'none'"],
  'script-src': own,
  'connect-src': own,
};

/** `{ 'img-src': ["'self'"], 'base-uri': ["'none'"] }` → `img-src 'self'; base-uri 'none'` */
export const policyText = (...policies: readonly ContentPolicy[]): string =>
  policies
    .flatMap((policy) => Object.entries(policy))
    .map(([directive, sources]) => `${directive} ${sources.join(' ')}`)
    .join('; ');
