/** What stands before the names of caches of the site under a base path; other sites of the origin have others. */
export const cachePrefix = (base: string): string => `downlink ${base} `;

/** Names of all caches of the site under a base path, the oldest first. */
export const ownCaches = async (base: string): Promise<string[]> =>
  (await caches.keys()).filter((name) => name.startsWith(cachePrefix(base)));
