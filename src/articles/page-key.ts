/**
 * What a page shows, as Astro's `cacheKey`: a build prints the page again only when that, or something that
 * all pages depend on, has changed.
 *
 * @param digests of the articles whose text it shows; where one is not known, there is no key.
 * @param shown plain data: all else that the page is given.
 */
export function pageKey(
  digests: readonly (string | undefined)[],
  ...shown: readonly unknown[]
): { readonly cacheKey?: string } {
  return digests.includes(undefined) ? {} : { cacheKey: JSON.stringify([digests, shown]) };
}
