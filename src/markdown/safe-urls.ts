/** What a browser would do with an address. */
export type UrlKind =
  /** A place on this site. */
  | 'local'
  /** A page or file of another host. */
  | 'foreign'
  /** Hands over to another program: mail, telephone, chat. */
  | 'handover'
  /** A picture written into the page. */
  | 'picture'
  /** Runs, or shows a document of its own: `javascript:`, `data:text/html`. */
  | 'active'
  /** No browser can read it. */
  | 'unreadable';

const home = new URL('https://downlink.invalid/posts/');
const handover = new Set(['mailto:', 'tel:', 'sms:', 'xmpp:', 'irc:', 'ircs:', 'magnet:']);
// An SVG in a data: address is a document, with scripts where it is opened by itself.
const picture = /^data:image\/(?:png|jpe?g|gif|webp|avif)[;,]/iu;

/**
 * Judges an address as a browser reads it, with the parser of the URL standard: tabs and line breaks
 * inside it are dropped, blanks and control characters before it too, and case does not matter.
 *
 * `fig.png` → `local` · `/\evil.example` → `foreign` · `&#1; java⏎script:…` (decoded) → `active`
 */
export function urlKind(address: string): UrlKind {
  let url: URL;
  try {
    url = new URL(address, home);
  } catch {
    return 'unreadable';
  }
  if (url.protocol === 'https:' || url.protocol === 'http:') {
    return url.host === home.host ? 'local' : 'foreign';
  }
  if (url.protocol === 'ftp:') return 'foreign';
  if (handover.has(url.protocol)) return 'handover';
  return picture.test(url.href) ? 'picture' : 'active';
}

/** The addresses of a `srcset`, without their widths: `a.png 1x, b.png 2x` → `a.png`, `b.png`. */
export const srcsetUrls = (srcset: string): string[] =>
  [...srcset.matchAll(/[\s,]*(\S*[^\s,])(?:,|\s+[^,]*|$)/gu)].map(([, address]) => address ?? '');

/** Addresses in the `url(…)` of a presentation attribute such as `fill`. */
export const paintUrls = (value: string): string[] =>
  [...value.matchAll(/url\(\s*(?:"([^"]*)"|'([^']*)'|([^)]*))/giu)].map(
    ([, double, single, bare]) => double ?? single ?? bare ?? '',
  );
