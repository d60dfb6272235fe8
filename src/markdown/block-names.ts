import type { LabelKind } from './label-types.ts';

/** Callouts, and their names in Chinese, which authors may write too. */
export const callouts = {
  note: '注',
  tip: '提示',
  important: '重要',
  warning: '警告',
  caution: '小心',
} as const;

/** Blocks of the theorem family, and the kind of number they bear. */
export const theorems = {
  theorem: 'thm',
  definition: 'def',
  lemma: 'lem',
  corollary: 'cor',
  proposition: 'prp',
  conjecture: 'cnj',
  example: 'ex',
  exercise: 'exr',
  remark: 'rem',
  algorithm: 'alg',
  proof: undefined,
} as const satisfies Record<string, LabelKind | undefined>;

/** Name of a callout. */
export type CalloutName = keyof typeof callouts;
/** Name of a block of the theorem family. */
export type TheoremName = keyof typeof theorems;

/** Names that other generators have for the same, and the Chinese ones. */
const aliases: Readonly<Record<string, string>> = {
  ...Object.fromEntries(Object.entries(callouts).map(([name, label]) => [label, name])),
  info: 'note',
  hint: 'tip',
  attention: 'warning',
  danger: 'caution',
  error: 'caution',
  prop: 'proposition',
};

/** Every block, and the attributes that it reads besides `id`. */
const attributes: Readonly<Record<string, readonly string[]>> = {
  ...Object.fromEntries([...Object.keys(callouts), ...Object.keys(theorems)].map((name) => [name, []])),
  figure: ['layout'],
  details: ['open'],
  tabs: [],
  tab: [],
  abstract: [],
  notation: [],
  cell: ['count', 'code', 'output'],
  output: ['kind'],
};

/** Names that an author may write after `:::`, for suggestions. */
export const blockNames: readonly string[] = Object.keys(attributes);

/** The block's own name for what an author wrote, `Danger` → `caution`; the same word where it is none. */
export function blockName(written: string): string {
  const name = written.toLowerCase();
  return Object.hasOwn(aliases, name) ? (aliases[name] ?? name) : name;
}

/** Attributes that a block reads; nothing where there is no such block. */
export const blockAttributes = (name: string): readonly string[] | undefined =>
  Object.hasOwn(attributes, name) ? ['id', ...(attributes[name] ?? [])] : undefined;

/** Whether a block is a callout. */
export const isCallout = (name: string): name is CalloutName => Object.hasOwn(callouts, name);
/** Whether a block belongs to the theorem family. */
export const isTheorem = (name: string): name is TheoremName => Object.hasOwn(theorems, name);
