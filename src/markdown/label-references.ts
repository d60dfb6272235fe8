import { idOfTexLabel, type ReferenceStyle } from './label-names.ts';
import { labelKinds } from './label-types.ts';

/** A reference to one label. */
export interface LabelReference {
  /** Id of the label that is meant. */
  readonly id: string;
  readonly style: ReferenceStyle;
  /** Offset of its `@` or backslash in the text. */
  readonly offset: number;
  /** Code units from there on. */
  readonly length: number;
}

/** References that stand together in a text. */
export interface ReferenceGroup {
  readonly start: number;
  readonly end: number;
  readonly references: readonly LabelReference[];
}

const kinds = Object.keys(labelKinds).join('|');
const name = `(?:${kinds})[-:][\\p{L}\\p{N}](?:[\\p{L}\\p{N}_.:-]{0,98}[\\p{L}\\p{N}_])?`;
const member = `-?@${name}`;
/** What stands before an `@` of an address or a path. */
const notBefore = '(?<![A-Za-z0-9_.+\\-/@\\\\])';

const pattern = new RegExp(
  [
    `(?<group>\\[\\s*${member}(?:\\s*[;；]\\s*${member})*\\s*\\])`,
    `${notBefore}@(?<bare>${name})`,
    '\\\\(?<command>eqref|ref|autoref|[cC]ref)\\{(?<label>[^{}\\\\]+)\\}',
    // Brackets with citations in them are read by somebody else, labels and all.
    '(?<other>\\[[^\\[\\]]*\\])',
  ].join('|'),
  'gu',
);

const foreign = new RegExp(`${notBefore}@(?!(?:${kinds})[-:])[\\p{L}\\p{N}]`, 'u');

const commandStyles: Readonly<Record<string, ReferenceStyle>> = { eqref: 'short', ref: 'number' };

/** `eq:lora` → `eq-lora` */
const idOf = (written: string): string => written.replace(':', '-');

/**
 * The id meant by a name that may run on into Chinese text, which has no blanks: the longest that is
 * known, else what stands before the text, if it began in other letters.
 */
function meantId(written: string, isKnown: (id: string) => boolean): { id: string; length: number } {
  const ends = [...written.matchAll(/(?<=[\w\p{L}])[.:-]*(?=\p{Script=Han})|$/gu)].map(({ index }) => index);
  const known = ends.toReversed().find((end) => isKnown(idOf(written.slice(0, end))));
  const inLatin = /^[a-z]+[-:]\P{Script=Han}/u.test(written) ? ends[0] : undefined;
  const length = known ?? inLatin ?? written.length;
  return { id: idOf(written.slice(0, length)), length };
}

/**
 * Finds references to labels in a text.
 *
 * `见 @fig-arch 与 [-@eq-lora]` → `fig-arch` in full, `eq-lora` short
 *
 * @param isKnown whether a label has an id; decides where a name ends that Chinese text follows.
 */
export function findReferences(text: string, isKnown: (id: string) => boolean): ReferenceGroup[] {
  const groups: ReferenceGroup[] = [];
  const read = (source: string, from: number): void => {
    for (const match of source.matchAll(pattern)) {
      const { group, bare, command, label = '', other } = match.groups ?? {};
      const start = from + match.index;
      const end = start + match[0].length;
      if (other !== undefined) {
        if (!foreign.test(other)) read(other.slice(1), start + 1);
      } else if (group !== undefined) {
        const references = [...group.matchAll(/(?<dash>-?)@(?<key>[^\s;；\]]+)/gu)].map((one) => ({
          id: idOf(one.groups?.key ?? ''),
          style: one.groups?.dash ? ('short' as const) : ('full' as const),
          offset: start + one.index + (one.groups?.dash?.length ?? 0),
          length: (one.groups?.key?.length ?? 0) + 1,
        }));
        groups.push({ start, end, references });
      } else if (bare !== undefined) {
        const { id, length } = meantId(bare, isKnown);
        const reference = { id, style: 'full' as const, offset: start, length: length + 1 };
        groups.push({ start, end: start + length + 1, references: [reference] });
      } else {
        const style = commandStyles[command ?? ''] ?? 'full';
        const references = label.split(',').map((one) => ({
          id: idOfTexLabel(one),
          style,
          offset: start,
          length: match[0].length,
        }));
        groups.push({ start, end, references });
      }
    }
  };
  read(text, 0);
  return groups;
}
