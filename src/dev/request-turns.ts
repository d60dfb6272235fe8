/** What lets page requests and changes of the content take turns. */
export interface RequestTurns {
  /** Waits for a request's turn; what it resolves to is to be called when the request has been answered. */
  readonly enter: () => Promise<() => void>;
}

/**
 * Keeps requests for pages from seeing the content as it was before a change.
 *
 * Astro has the content forgotten at a change, but a module that is being loaded at that moment is kept
 * with what it had read before, and handed to later requests, for good. Therefore the first request after
 * a change waits for those before it, and has the content forgotten once more when nothing is being loaded.
 *
 * @param changedAt when the content was last forgotten, in milliseconds.
 * @param forget makes the next request load the content anew.
 */
export function requestTurns(changedAt: () => number, forget: () => unknown): RequestTurns {
  const running = new Set<Promise<undefined>>();
  let seen = changedAt();
  let lastEnd = 0;
  let cleaning: Promise<void> | undefined;

  const clean = async (): Promise<void> => {
    await Promise.all(running);
    forget();
    seen = changedAt();
  };

  return {
    enter: async () => {
      while (cleaning) await cleaning;
      const changed = changedAt();
      if (changed !== seen && (running.size > 0 || lastEnd >= changed)) {
        cleaning = clean().finally(() => (cleaning = undefined));
        await cleaning;
      }
      seen = changedAt();
      const { promise, resolve } = Promise.withResolvers<undefined>();
      running.add(promise);
      return () => {
        running.delete(promise);
        lastEnd = Date.now();
        resolve(undefined);
      };
    },
  };
}
