/** Work that must not overlap with itself: two runs at once could end in either order. */
export class Turns {
  #last: Promise<unknown> = Promise.resolve();

  /** Runs `work` when all that was given before has ended; fails where `work` does. */
  run<Result>(work: () => Promise<Result>): Promise<Result> {
    const result = this.#last.then(work);
    this.#last = result.catch(() => undefined);
    return result;
  }

  /**
   * Makes a function that asks for `work`. Requests close together share one run, and a request during a
   * run leads to another after it.
   *
   * @param wait milliseconds without a request before a run begins.
   * @param onError is told why a run failed; later requests run as usual.
   */
  onRequest(work: () => Promise<void>, wait: number, onError: (error: unknown) => void): () => void {
    let timer: NodeJS.Timeout | undefined;
    let isWaiting = false;
    const begin = (): Promise<void> => {
      isWaiting = false;
      return work();
    };
    return () => {
      clearTimeout(timer);
      timer = setTimeout(() => {
        // A run that has not begun yet sees this change as well.
        if (isWaiting) return;
        isWaiting = true;
        this.run(begin).catch(onError);
      }, wait);
    };
  }
}
