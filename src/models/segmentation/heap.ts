/** Pairs of regions by price: a binary heap, the least first. */
export class Heap {
  readonly #keys: number[] = [];
  readonly #first: number[] = [];
  readonly #second: number[] = [];

  push(key: number, a: number, b: number): void {
    let place = this.#keys.length;
    while (place > 0) {
      const above = (place - 1) >> 1;
      if ((this.#keys[above] ?? 0) <= key) break;
      this.#copy(above, place);
      place = above;
    }
    this.#set(place, key, a, b);
  }

  /** @throws {RangeError} where nothing is left. */
  pop(): { key: number; a: number; b: number } {
    const key = this.#keys[0];
    const a = this.#first[0];
    const b = this.#second[0];
    const lastKey = this.#keys.pop();
    const lastA = this.#first.pop();
    const lastB = this.#second.pop();
    if (key === undefined || a === undefined || b === undefined) throw new RangeError('The heap is empty.');
    const size = this.#keys.length;
    if (size > 0 && lastKey !== undefined && lastA !== undefined && lastB !== undefined) {
      let place = 0;
      for (;;) {
        let below = 2 * place + 1;
        if (below >= size) break;
        if (below + 1 < size && (this.#keys[below + 1] ?? 0) < (this.#keys[below] ?? 0)) below += 1;
        if ((this.#keys[below] ?? 0) >= lastKey) break;
        this.#copy(below, place);
        place = below;
      }
      this.#set(place, lastKey, lastA, lastB);
    }
    return { key, a, b };
  }

  #copy(from: number, to: number): void {
    this.#set(to, this.#keys[from] ?? 0, this.#first[from] ?? 0, this.#second[from] ?? 0);
  }

  #set(place: number, key: number, a: number, b: number): void {
    this.#keys[place] = key;
    this.#first[place] = a;
    this.#second[place] = b;
  }
}
