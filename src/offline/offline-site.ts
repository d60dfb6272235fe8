/** What the service worker is told about the site that it was built with; paths are with the base path. */
export interface OfflineSite {
  /** Differs for builds that differ. */
  readonly build: string;
  /** `/` or `/some/base/`. */
  readonly base: string;
  /** Pages that say what can be read offline, by what the paths of their locale begin with. */
  readonly offlinePages: Readonly<Record<string, string>>;
  /** Other pages that are always kept. */
  readonly pages: readonly string[];
  /** Scripts, style sheets and data that any page may ask for. */
  readonly assets: readonly string[];
  /**
   * Files of the search index, with a hash of their content where the name does not have one. Empty
   * where the index is too large to be kept.
   */
  readonly index: readonly (readonly [path: string, hash?: string])[];
}
