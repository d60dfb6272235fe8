import { describe, expect, it } from 'vitest';
import { Turns } from '../../../src/loader/turns.ts';

/** Work whose ends the test decides. */
function steps() {
  const log: string[] = [];
  const ends: (() => void)[] = [];
  const work = (name: string) => (): Promise<void> => {
    log.push(`${name} begins`);
    return new Promise((resolve) =>
      ends.push(() => {
        log.push(`${name} ends`);
        resolve();
      }),
    );
  };
  return { log, work, endNext: () => ends.shift()?.() };
}

describe('Turns', () => {
  it('begins one run after the other has ended', async () => {
    const { log, work, endNext } = steps();
    const turns = new Turns();
    const first = turns.run(work('a'));
    const second = turns.run(work('b'));
    await expect.poll(() => log).toEqual(['a begins']);
    endNext();
    await first;
    await expect.poll(() => log).toEqual(['a begins', 'a ends', 'b begins']);
    endNext();
    await second;
  });

  it('goes on after a run that failed', async () => {
    const turns = new Turns();
    await expect(turns.run(() => Promise.reject(new Error('no')))).rejects.toThrow('no');
    expect(await turns.run(() => Promise.resolve(1))).toBe(1);
  });

  it('answers what is asked during a run with one more run after it', async () => {
    let state = 0;
    const seen: number[] = [];
    const { log, work, endNext } = steps();
    const turns = new Turns();
    const failures: unknown[] = [];
    const request = turns.onRequest(
      () => {
        seen.push(state);
        return work('run')();
      },
      1,
      (error) => failures.push(error),
    );
    state = 1;
    request();
    await expect.poll(() => log.length).toBe(1);
    for (state = 2; state < 5; state += 1) {
      request();
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
    expect(log).toEqual(['run begins']);
    endNext();
    await expect.poll(() => log).toEqual(['run begins', 'run ends', 'run begins']);
    endNext();
    await turns.run(() => Promise.resolve());
    expect(seen).toEqual([1, 5]);
    expect(failures).toEqual([]);
  });
});
