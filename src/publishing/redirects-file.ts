import { canBePage, type Redirect } from '../redirects.ts';
import { href } from '../urls.ts';

/** Name of the file at the root of a built site that Netlify, Cloudflare Pages and others read. */
export const redirectsFile = '_redirects';

/** A redirect as hosts are told: with the base path, percent-encoded. */
export interface HostRedirect {
  readonly from: string;
  readonly to: string;
}

/**
 * What hosts are told. Some compare addresses sign by sign: a folder is named with its slash and without.
 *
 * Some read no more than a number of lines (Cloudflare Pages 2,000, GitLab Pages 1,000), so that those come first
 * that no page can stand in for, and last the folders without their slash, which most hosts add by themselves.
 */
export function hostRedirects(redirects: readonly Redirect[], base: string): HostRedirect[] {
  const { pages = [], files = [] } = Object.groupBy(redirects, (one) => (canBePage(one) ? 'pages' : 'files'));
  const told = [...files, ...pages].map(({ from, to }) => ({ from: href(base, from), to: href(base, to) }));
  const folders = told.filter(({ from }) => from.endsWith('/'));
  return [...told, ...folders.map(({ from, to }) => ({ from: from.slice(0, -1), to }))];
}

/** Redirects in the syntax of `_redirects`: `/old/ /posts/new/ 301`. */
export const redirectsText = (redirects: readonly HostRedirect[]): string =>
  redirects.map(({ from, to }) => `${from} ${to} 301\n`).join('');

/** The redirects in a `_redirects` file that {@link redirectsText} wrote. */
export const readRedirects = (text: string): HostRedirect[] =>
  text.split('\n').flatMap((line) => {
    const [from, to] = line.split(' ');
    return from && to ? [{ from, to }] : [];
  });
