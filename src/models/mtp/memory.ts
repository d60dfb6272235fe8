/** How the passes of several heads follow each other. */
export type PassOrder =
  /** All heads forward, then all backward. */
  | 'together'
  /** Each head forward and backward before the next (Gloeckle et al. 2024, arXiv 2404.19737, figure 2). */
  | 'in-turn';

/** Sizes that matter for memory. */
export interface HeadSizes {
  /** Heads, n. */
  readonly heads: number;
  /** Size of the hidden representation, d. */
  readonly hidden: number;
  /** Size of the vocabulary, V. */
  readonly vocabulary: number;
}

/** Something that comes into memory, or leaves it. */
export interface MemoryEvent {
  readonly what: 'trunk-gradient' | 'logits' | 'logit-gradient';
  /** Head it belongs to, from 1; none for the trunk. */
  readonly head?: number;
  /** Numbers of one position of text; negative where they are freed. */
  readonly size: number;
}

/**
 * What a training step keeps of one position between trunk and loss, event by event. What the trunk and the
 * layers of the heads keep is left out: it is the same in both orders.
 */
export function memoryEvents({ heads, hidden, vocabulary }: HeadSizes, order: PassOrder): MemoryEvent[] {
  const forward = (head: number): MemoryEvent => ({ what: 'logits', head, size: vocabulary });
  const backward = (head: number): MemoryEvent => ({ what: 'logit-gradient', head, size: vocabulary });
  const free = ({ what, head, size }: MemoryEvent): MemoryEvent => ({
    what,
    size: -size,
    ...(head === undefined ? {} : { head }),
  });
  const all = Array.from({ length: heads }, (_, index) => index + 1);
  const trunk: MemoryEvent = { what: 'trunk-gradient', size: hidden };
  if (order === 'together') {
    const kept = [...all.map(forward), ...all.map(backward)];
    return [trunk, ...kept, ...kept.map(free)];
  }
  return [
    trunk,
    ...all.flatMap((head) => {
      const kept = [forward(head), backward(head)];
      return [...kept, ...kept.map(free)];
    }),
  ];
}

/** The most numbers that are in memory at once. */
export function peakOf(events: readonly MemoryEvent[]): number {
  let live = 0;
  let peak = 0;
  for (const { size } of events) {
    live += size;
    peak = Math.max(peak, live);
  }
  return peak;
}

/** The same in closed form, for one position: 2nV + d together, 2V + d in turn; O(nV + d) and O(V + d) in the paper. */
export const peakNumbers = ({ heads, hidden, vocabulary }: HeadSizes, order: PassOrder): number =>
  2 * (order === 'together' ? heads : Math.min(1, heads)) * vocabulary + hidden;

/** Bytes at the peak for a text of some tokens, `bytesPerNumber` 4 for FP32. */
export const peakBytes = (sizes: HeadSizes, order: PassOrder, tokens: number, bytesPerNumber = 4): number =>
  peakNumbers(sizes, order) * tokens * bytesPerNumber;
