import { defaultLocale, type Locale, locales } from './locales.ts';
import { site } from './site.config.ts';

/** The same page in the site's languages; addresses are percent-encoded. */
export interface Alternates {
  /** Absolute address that search engines are to know the page by. */
  readonly canonical: string;
  /** Its translations and itself with their absolute addresses, `x-default` too; empty where it has none. */
  readonly links: readonly { readonly hreflang: string; readonly href: string }[];
  /** Where readers of the other languages go from here. */
  readonly switches: readonly { readonly locale: Locale; readonly href: string }[];
}

/**
 * Where a page is in other languages: under the same address but for the locale.
 *
 * @param address address of the page with base path and locale, percent-encoded.
 * @param locale its locale.
 * @param writtenIn ids of the locales that have it in their own language; in others, the page shows the
 *   original, which is what search engines are to know.
 * @param otherwise path for readers of those other locales, where it is not this page.
 */
export function alternatesOf(
  address: string,
  locale: Locale,
  writtenIn: readonly string[] = locales.map(({ id }) => id),
  otherwise?: string,
): Alternates {
  const path = address.slice(site.base.length - 1 + locale.prefix.length);
  const hrefIn = ({ prefix }: Locale, own = path): string => site.base.slice(0, -1) + prefix + own;
  const written = locales.filter(({ id }) => writtenIn.includes(id));
  const isOwn = written.includes(locale);
  const [original = defaultLocale] = written;
  const links = written.map((one) => ({ hreflang: one.tag, href: site.url + hrefIn(one) }));
  const others = locales.filter((one) => one !== locale);
  return {
    canonical: site.url + hrefIn(isOwn ? locale : original),
    links:
      isOwn && written.length > 1
        ? [...links, { hreflang: 'x-default', href: site.url + hrefIn(original) }]
        : [],
    switches: others.map((one) => ({
      locale: one,
      href: hrefIn(one, written.includes(one) ? path : otherwise),
    })),
  };
}
