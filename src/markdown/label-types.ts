import type { Parent, PhrasingContent } from 'mdast';

/**
 * Kinds of things that bear a number, by the prefix of their labels: `fig-arch` is a figure.
 *
 * `name` stands before the number; a kind that is
 * `always` numbered needs no label for it.
 */
export const labelKinds = {
  eq: { name: '式', always: false },
  fig: { name: '图', always: false },
  tbl: { name: '表', always: false },
  sec: { name: '节', always: false },
  lst: { name: '代码', always: false },
  thm: { name: '定理', always: true },
  lem: { name: '引理', always: true },
  cor: { name: '推论', always: true },
  prp: { name: '命题', always: true },
  cnj: { name: '猜想', always: true },
  def: { name: '定义', always: true },
  rem: { name: '注', always: true },
  ex: { name: '例', always: true },
  exr: { name: '习题', always: true },
  alg: { name: '算法', always: true },
} as const satisfies Record<string, { readonly name: string; readonly always: boolean }>;

/** Prefix of a label, without the hyphen. */
export type LabelKind = keyof typeof labelKinds;

/** What a block plugin writes to `data.label` of a node that wants a number. */
export interface NodeLabel {
  readonly kind: LabelKind;
  /** The author's label with its prefix, such as `fig-arch`; becomes the id of the node's element. */
  readonly id?: string | undefined;
  /** Name of the thing as text, such as a theorem's or a figure's caption. */
  readonly title?: string | undefined;
}

/**
 * The place of a number in a caption or in the head of a theorem: empty until `remark-labels` writes
 * 图 2 into it, and taken out where the thing is not numbered.
 */
export interface LabelSlot extends Parent {
  type: 'labelSlot';
  data: { hName: 'span'; hProperties: { className: string[] } };
  children: PhrasingContent[];
}

/** An empty {@link LabelSlot}. */
export const labelSlot = (): LabelSlot => ({
  type: 'labelSlot',
  data: { hName: 'span', hProperties: { className: ['label-number'] } },
  children: [],
});

/** A thing that references can point to. */
export interface Label {
  readonly id: string;
  readonly kind: LabelKind;
  /** As readers see it: `3`, `3.1`, or the author's `\tag`; absent for a section without number. */
  readonly number?: string | undefined;
  readonly title?: string | undefined;
}

declare module 'mdast' {
  interface Data {
    label?: NodeLabel;
  }
  interface PhrasingContentMap {
    labelSlot: LabelSlot;
  }
  interface RootContentMap {
    labelSlot: LabelSlot;
  }
}
