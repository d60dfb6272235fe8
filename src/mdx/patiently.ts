import { setTimeout } from 'node:timers/promises';

/** Milliseconds between two tries. */
const pause = 60;

/**
 * Does something that may fail only for a moment, as loading a module does that is being replaced.
 *
 * @param tries how often it may fail before that counts.
 */
export async function patiently<Result>(work: () => Promise<Result>, tries: number): Promise<Result> {
  for (let left = tries; ; left -= 1) {
    try {
      return await work();
    } catch (error) {
      if (left === 0) throw error;
      await setTimeout(pause);
    }
  }
}
