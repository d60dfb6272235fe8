import {
  type ForeignSources,
  framePolicy,
  type InlineHashes,
  pagePolicy,
  policyText,
  searchWorkerPolicy,
  serviceWorkerPolicy,
} from './content-policy.ts';

/** Headers of all answers whose path fits a pattern; `*` stands for anything, `:name` for one segment. */
export interface HeaderRule {
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
}

/** What of a built site its headers depend on; all paths are without the base path. */
export interface BuiltSite {
  /** `/` or `/some/base/`. */
  readonly base: string;
  readonly hashes: InlineHashes;
  readonly foreign: ForeignSources;
  /** Folders with pages at the top: `posts`, `en`. */
  readonly folders: readonly string[];
  /** Pages at the top: `index.html`, `404.html`. */
  readonly pages: readonly string[];
  /** All other files at the top: `rss.xml`, `favicon.svg`. */
  readonly files: readonly string[];
  /** Scripts that open the search index in a worker: `_assets/search-worker-x.js`. */
  readonly searchWorkers: readonly string[];
}

const policyHeader = 'Content-Security-Policy';
const cacheHeader = 'Cache-Control';
/** For files whose content may change under the same name: kept, but asked for each time. */
const revalidated = 'no-cache';
/** For files that have a hash of their content in their name. */
const immutable = 'public, max-age=31536000, immutable';
/** For pictures and the like, which seldom change and do no harm when they do: a day. */
const daily = 'public, max-age=86400';
const asksEachTime = /\.(?:xml|json|txt|js|md)$/u;

const everywhere = {
  [policyHeader]: policyText(framePolicy),
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'strict-origin-when-cross-origin',
  'Permissions-Policy':
    'accelerometer=(), browsing-topics=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), magnetometer=(), microphone=(), midi=(), payment=(), usb=()',
  'Cross-Origin-Opener-Policy': 'same-origin',
};

/**
 * The headers of a site. Rules overlap only where it does no harm: some hosts join the values of a header
 * that two rules name, others take one of them. So only `frame-ancestors` is said twice.
 */
export function headerRules(site: BuiltSite): HeaderRule[] {
  const { base, hashes, foreign, folders, pages, files, searchWorkers } = site;
  const page = {
    [policyHeader]: policyText(pagePolicy(hashes, foreign), framePolicy),
    [cacheHeader]: revalidated,
  };
  const rule = (path: string, headers: Readonly<Record<string, string>>): HeaderRule => ({
    path: base + path,
    headers,
  });
  return [
    { path: base + '*', headers: everywhere },
    ...pages.flatMap((name) => [...(name === 'index.html' ? [rule('', page)] : []), rule(name, page)]),
    ...folders.map((folder) => rule(`${folder}/*`, page)),
    ...files.map((name) => rule(name, { [cacheHeader]: asksEachTime.test(name) ? revalidated : daily })),
    rule('_assets/*', { [cacheHeader]: immutable }),
    ...searchWorkers.map((path) =>
      rule(path, { [policyHeader]: policyText(searchWorkerPolicy, framePolicy) }),
    ),
    // Parts of an index are named after their content; what names these parts is not.
    rule('pagefind/:locale/:file', { [cacheHeader]: revalidated }),
    rule('pagefind/:locale/:index/:file', { [cacheHeader]: revalidated }),
    rule('pagefind/:locale/:index/:kind/:file', { [cacheHeader]: immutable }),
    rule('sw.js', {
      [policyHeader]: policyText(serviceWorkerPolicy, framePolicy),
      [cacheHeader]: revalidated,
    }),
  ];
}

const escaped = (text: string): string => text.replace(/[.+?^${}()|[\]\\]/gu, String.raw`\$&`);

/** `/a/:b/*` → `^/a/[^/]+/.*$`, in the syntax that JavaScript and PCRE share. */
export const patternOf = (path: string): string =>
  `^${escaped(path).replaceAll('*', '.*').replace(/:\w+/gu, '[^/]+')}$`;

/** All headers of the answer under a path; values that two rules name are joined, which for policies means both hold. */
export function headersOf(rules: readonly HeaderRule[], path: string): Record<string, string> {
  const found: Record<string, string> = {};
  for (const rule of rules) {
    if (!new RegExp(patternOf(rule.path), 'u').test(path)) continue;
    for (const [name, value] of Object.entries(rule.headers)) {
      const known = found[name];
      found[name] = known === undefined ? value : `${known}, ${value}`;
    }
  }
  return found;
}
