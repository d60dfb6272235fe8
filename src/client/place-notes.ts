/** A stretch of the margin, from top to bottom, in pixels. */
export interface Stretch {
  readonly top: number;
  readonly bottom: number;
}

/** A note that looks for its place. */
export interface Note {
  /** Where it would stand best: beside its reference. */
  readonly wanted: number;
  readonly height: number;
}

/** What of the margin is free, in order; the last stretch has no end. */
export function freeStretches(taken: readonly Stretch[], gap: number): Stretch[] {
  const free: Stretch[] = [];
  let top = Number.NEGATIVE_INFINITY;
  for (const { top: from, bottom: to } of taken.toSorted((a, b) => a.top - b.top)) {
    if (from - gap > top) free.push({ top, bottom: from - gap });
    top = Math.max(top, to + gap);
  }
  return [...free, { top, bottom: Number.POSITIVE_INFINITY }];
}

/** Places for notes one below the other in one stretch, as near to where they want to be as can be. */
interface Arrangement {
  readonly tops: readonly number[];
  /** Sum of the squares of their distances from there. */
  readonly cost: number;
}

/**
 * Notes in one stretch: those that push each other become a block that stands at the mean of what its notes
 * want (the pooling of isotonic regression, which is the best there is); undefined where they do not fit.
 */
function arrange(notes: readonly Note[], { top, bottom }: Stretch, gap: number): Arrangement | undefined {
  const before: number[] = [];
  let height = 0;
  for (const note of notes) {
    before.push(height);
    height += note.height + gap;
  }
  if (height - gap > bottom - top) return undefined;
  const blocks: { sum: number; count: number }[] = [];
  notes.forEach(({ wanted }, index) => {
    let block = { sum: wanted - (before[index] ?? 0), count: 1 };
    for (
      let last = blocks.at(-1);
      last && last.sum / last.count >= block.sum / block.count;
      last = blocks.at(-1)
    ) {
      blocks.pop();
      block = { sum: last.sum + block.sum, count: last.count + block.count };
    }
    blocks.push(block);
  });
  const starts = blocks.flatMap(({ sum, count }) => Array<number>(count).fill(sum / count));
  const tops = starts.map(
    (start, index) => Math.max(top, Math.min(start, bottom - height + gap)) + (before[index] ?? 0),
  );
  const cost = notes.reduce((sum, { wanted }, index) => sum + ((tops[index] ?? 0) - wanted) ** 2, 0);
  return { tops, cost };
}

/**
 * Tops for notes in the margin, in their order, clear of each other and of what is in the margin already, and
 * together as near to their references as can be.
 *
 * Notes are dealt out to the free stretches in all ways that keep their order; the best way for the first few
 * notes and stretches is the beginning of the best way for more of them.
 *
 * @param gap space between notes, and around what is there already.
 */
export function placeNotes(notes: readonly Note[], taken: readonly Stretch[], gap: number): number[] {
  // The best that the stretches so far can do with the first notes, by how many of them.
  let best: (Arrangement | undefined)[] = [{ tops: [], cost: 0 }];
  for (const stretch of freeStretches(taken, gap)) {
    const next = [...best];
    best.forEach((begun, from) => {
      if (!begun) return;
      for (let to = from + 1; to <= notes.length; to += 1) {
        const rest = arrange(notes.slice(from, to), stretch, gap);
        // Notes that do not fit leave no room for more of them either.
        if (!rest) break;
        const cost = begun.cost + rest.cost;
        if (cost < (next[to]?.cost ?? Number.POSITIVE_INFINITY)) {
          next[to] = { tops: [...begun.tops, ...rest.tops], cost };
        }
      }
    });
    best = next;
  }
  return [...(best[notes.length]?.tops ?? [])];
}
