import { articleWords } from './article-words.ts';
import { type Label, type LabelKind, labelKinds } from './label-types.ts';

/** Prefixes that LaTeX authors write in `\label` and `\ref`. */
const texPrefixes: Readonly<Record<string, LabelKind>> = {
  equ: 'eq',
  eqn: 'eq',
  equation: 'eq',
  figure: 'fig',
  tab: 'tbl',
  table: 'tbl',
  section: 'sec',
  theorem: 'thm',
  lemma: 'lem',
  prop: 'prp',
  algo: 'alg',
};

/** Whether a word is the prefix of a kind of labels. */
export const isLabelKind = (word: string): word is LabelKind => Object.hasOwn(labelKinds, word);

/**
 * The id that a label of LaTeX becomes; what has no prefix we know is an equation's.
 *
 * `eq:lora` → `eq-lora` · `tab:cost` → `tbl-cost` · `loss` → `eq-loss`
 */
export function idOfTexLabel(label: string): string {
  const id = label.trim().replace(/\s+/gu, '-');
  const { prefix = '', rest = '' } = /^(?<prefix>[A-Za-z]+)[-:_](?<rest>.+)$/u.exec(id)?.groups ?? {};
  const lower = prefix.toLowerCase();
  if (isLabelKind(lower)) return `${lower}-${rest}`;
  const kind = Object.hasOwn(texPrefixes, lower) ? texPrefixes[lower] : undefined;
  return kind === undefined ? `eq-${id}` : `${kind}-${rest}`;
}

/** How a reference is written, and so how much of the label it prints. */
export type ReferenceStyle =
  /** `@eq-lora`: 式 (3) */
  | 'full'
  /** `[-@eq-lora]` or `\eqref{eq-lora}`: (3) */
  | 'short'
  /** `\ref{eq-lora}`: 3 */
  | 'number';

/** A blank at which no line ends. */
const blank = '\u00A0';

/** What a label is called before and with its number: 图 2, 式 (3), 定理 1. */
export function numberedName(kind: LabelKind, number: string, language: 'zh' | 'en'): string {
  const { kinds, section } = articleWords[language];
  if (kind === 'sec') return section(number);
  return `${kinds[kind]}${blank}${kind === 'eq' ? `(${number})` : number}`;
}

/** What a reference to a label prints; a section without a number goes by its title. */
export function referenceText(
  { kind, number, title, id }: Label,
  style: ReferenceStyle,
  language: 'zh' | 'en',
): string {
  if (number === undefined) return title || id;
  if (style === 'full') return numberedName(kind, number, language);
  return style === 'short' && kind === 'eq' ? `(${number})` : number;
}
