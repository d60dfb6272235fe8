import { jsx } from 'astro/jsx-runtime';
import type { GuardedPart } from '../markdown/recma-guards.ts';
import { noteFailure } from './failures.ts';
import Guarded from './Guarded.astro';
import Offence from './Offence.astro';

/** Runs something that may fail now, or later where it has to wait. */
function attempt(run: () => unknown, part: GuardedPart, instead: unknown): unknown {
  const fail = (error: unknown): unknown => {
    noteFailure(part, error);
    return instead;
  };
  try {
    const value = run();
    return value instanceof Promise ? value.catch(fail) : value;
  } catch (error) {
    return fail(error);
  }
}

/**
 * What an expression or a component of an MDX article prints; its source, with a mark, where it fails.
 *
 * @param slot what it is for in the component around it.
 */
export function printed(run: () => unknown, part: GuardedPart, slot?: string): unknown {
  const guarded = (children: unknown): unknown =>
    jsx(Guarded, { part, children, ...(slot === undefined ? {} : { slot }) });
  const value = attempt(run, part, jsx(Offence, { ...part }));
  return value instanceof Promise ? value.then(guarded) : guarded(value);
}

/** What an export of an MDX article is set to; nothing where that fails. */
export const valued = (run: () => unknown, part: GuardedPart): unknown => attempt(run, part, undefined);
