import { createHash } from 'node:crypto';
import type { World } from '../markdown/context.ts';

/** A question that an article asked of the world: its name, its argument, and its answer in short. */
type Asked = readonly [question: keyof World, argument: string, answer: string];

/** All that an article asked while it was compiled. */
export type Trace = readonly Asked[];

/** Longer answers are kept as a hash. */
const longestAnswer = 60;

const textOf = (data: unknown): string => (data === undefined ? 'undefined' : JSON.stringify(data));

/** A short name for any plain data. */
export const hashOf = (data: unknown): string =>
  createHash('sha256').update(textOf(data)).digest('base64url').slice(0, 22);

/** Large answers that many articles get are put in short once. */
const shortForms = new WeakMap<object, string>();

function inShort(answer: unknown): string {
  const isObject = typeof answer === 'object' && answer !== null;
  const known = isObject ? shortForms.get(answer) : undefined;
  if (known !== undefined) return known;
  const text = textOf(answer);
  const short = text.length > longestAnswer ? `#${hashOf(answer)}` : text;
  if (isObject) shortForms.set(answer, short);
  return short;
}

const ask = (world: World, question: keyof World, argument: string): unknown =>
  (world[question] as (argument: string) => unknown)(argument);

/** A world that writes down what it is asked. Who asks twice gets the first answer. */
export function traced(world: World): { readonly world: World; readonly trace: () => Trace } {
  const answers = new Map<string, unknown>();
  const asked: Asked[] = [];
  const tracing = <Question extends keyof World>(question: Question): World[Question] =>
    ((given?: string) => {
      const argument = given ?? '';
      const key = `${question} ${argument}`;
      if (!answers.has(key)) {
        const answer = ask(world, question, argument);
        answers.set(key, answer);
        asked.push([question, argument, inShort(answer)]);
      }
      return answers.get(key);
    }) as World[Question];
  return {
    world: {
      resolveLink: tracing('resolveLink'),
      pathOf: tracing('pathOf'),
      articleNames: tracing('articleNames'),
      hasAsset: tracing('hasAsset'),
      includeCode: tracing('includeCode'),
      findWork: tracing('findWork'),
      workKeys: tracing('workKeys'),
      componentNames: tracing('componentNames'),
      termNames: tracing('termNames'),
    },
    trace: () => asked,
  };
}

/** Whether the world of today gives the answers that it gave then. */
export const stillHolds = (trace: Trace, world: World): boolean =>
  trace.every(([question, argument, answer]) => inShort(ask(world, question, argument)) === answer);
