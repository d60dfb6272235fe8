/** Milliseconds that a rate looks back. */
const span = 3000;
/** Milliseconds that must have passed before a rate says anything. */
const least = 500;

/** How much is done a second: of the last seconds, since what was done before says little about now. */
export class Rate {
  #samples: { readonly at: number; readonly done: number }[] = [];

  /**
   * Notes how much is done in all.
   *
   * @param now in milliseconds.
   * @returns how much a second; nothing as long as that cannot be told.
   */
  of(done: number, now: number): number | undefined {
    this.#samples.push({ at: now, done });
    const young = this.#samples.findIndex(({ at }) => at >= now - span);
    // The last one before the span is its beginning.
    this.#samples = this.#samples.slice(Math.max(0, young - 1));
    const [first] = this.#samples;
    if (!first || now - first.at < least) return undefined;
    return ((done - first.done) * 1000) / (now - first.at);
  }
}
