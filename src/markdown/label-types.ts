import type { Parent, PhrasingContent } from 'mdast';

/**
 * Kinds of things that bear a number, by the prefix of their labels: `fig-arch` is a figure.
 *
 * A kind that is `always` numbered needs no label for it.
 */
export const labelKinds = {
  eq: { always: false },
  fig: { always: false },
  tbl: { always: false },
  sec: { always: false },
  lst: { always: false },
  thm: { always: true },
  lem: { always: true },
  cor: { always: true },
  prp: { always: true },
  cnj: { always: true },
  def: { always: true },
  rem: { always: true },
  ex: { always: true },
  exr: { always: true },
  alg: { always: true },
} as const satisfies Record<string, { readonly always: boolean }>;

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
