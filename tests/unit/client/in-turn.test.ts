import { expect, it, vi } from 'vitest';
import { once, turns } from '../../../src/client/in-turn.ts';

it('once works once, and again after a failure', async () => {
  const work = vi.fn<() => Promise<number>>().mockRejectedValueOnce(new Error('no')).mockResolvedValue(7);
  const ask = once(work);
  await expect(ask()).rejects.toThrow('no');
  expect(await Promise.all([ask(), ask()])).toEqual([7, 7]);
  expect(work).toHaveBeenCalledTimes(2);
});

it('turns begins with the next when the last has ended, well or not', async () => {
  const log: string[] = [];
  const inTurn = turns();
  const step = (name: string, fails = false) =>
    inTurn(async () => {
      log.push(`${name} begins`);
      await Promise.resolve();
      log.push(`${name} ends`);
      if (fails) throw new Error(name);
      return name;
    });
  const results = await Promise.allSettled([step('a'), step('b', true), step('c')]);
  expect(log).toEqual(['a begins', 'a ends', 'b begins', 'b ends', 'c begins', 'c ends']);
  expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
});
