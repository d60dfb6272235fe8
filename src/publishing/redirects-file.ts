import type { Redirect } from '../redirects.ts';
import { href } from '../urls.ts';

/** Name of the file at the root of a built site that Netlify, Cloudflare Pages and others read. */
export const redirectsFile = '_redirects';

/** A redirect as hosts are told: with the base path, percent-encoded. */
export interface HostRedirect {
  readonly from: string;
  readonly to: string;
}

/** What hosts are told. Some compare addresses sign by sign: a folder is named with its slash and without. */
export const hostRedirects = (redirects: readonly Redirect[], base: string): HostRedirect[] =>
  redirects.flatMap(({ from, to }) => {
    const old = href(base, from);
    const target = href(base, to);
    return (old.endsWith('/') ? [old, old.slice(0, -1)] : [old]).map((one) => ({ from: one, to: target }));
  });

/** Redirects in the syntax of `_redirects`: `/old/ /posts/new/ 301`. */
export const redirectsText = (redirects: readonly HostRedirect[]): string =>
  redirects.map(({ from, to }) => `${from} ${to} 301\n`).join('');

/** The redirects in a `_redirects` file that {@link redirectsText} wrote. */
export const readRedirects = (text: string): HostRedirect[] =>
  text.split('\n').flatMap((line) => {
    const [from, to] = line.split(' ');
    return from && to ? [{ from, to }] : [];
  });
