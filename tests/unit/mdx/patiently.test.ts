import { expect, it } from 'vitest';
import { patiently } from '../../../src/mdx/patiently.ts';

/** Fails so often, and then says how often it was asked. */
function failing(times: number): () => Promise<number> {
  let asked = 0;
  return () => {
    asked += 1;
    return asked > times ? Promise.resolve(asked) : Promise.reject(new Error(`try ${String(asked)}`));
  };
}

it('asks again for what fails only for a moment, and no longer than it may', async () => {
  expect(await patiently(failing(0), 0)).toBe(1);
  expect(await patiently(failing(2), 2)).toBe(3);
  await expect(patiently(failing(3), 2)).rejects.toThrow('try 3');
  await expect(patiently(failing(1), 0)).rejects.toThrow('try 1');
});
