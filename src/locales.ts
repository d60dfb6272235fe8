import type { Locale } from './schemas/site.ts';
import { site } from './site.config.ts';
import { href } from './urls.ts';

export type { Locale };

/** All locales; the first is at the root of the site. */
export const { locales } = site;

const [first, ...others] = locales;
if (!first) throw new Error('The site has no locale.');

/** The locale at the root of the site. */
export const defaultLocale: Locale = first;

/** The locale of a page, by its address with the base path. */
export function localeOfAddress(address: string): Locale {
  const [segment] = address.slice(site.base.length).split('/', 1);
  return others.find(({ id }) => id === segment) ?? defaultLocale;
}

/** The locale with that id; the default one where there is none. */
export const localeWithId = (id: string): Locale => others.find((one) => one.id === id) ?? defaultLocale;

/** The address of a page in a locale, as it stands in a link: `/tags/` → `/base/en/tags/`. */
export const localHref = (locale: Locale, path: string): string => href(site.base, locale.prefix + path);

/** `params` of the pages of a locale, for `getStaticPaths` of the files in `pages/[...locale]/`. */
export const localeParams = ({ prefix }: Locale): { locale: string | undefined } => ({
  locale: prefix.slice(1) || undefined,
});
