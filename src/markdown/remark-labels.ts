import type { Data, Heading, Nodes, Parents, Root } from 'mdast';
import type { InlineMath, Math } from 'mdast-util-math';
import type { VFile } from 'vfile';
import type { Finding } from '../diagnostics/diagnostic.ts';
import { callsOf } from '../renditions/tex-scan.ts';
import { visit } from '../visit-tree.ts';
import { type ArticleContext, contextOf } from './context.ts';
import { numberEquation } from './equation-numbers.ts';
import { placeInFormula } from './equation-place.ts';
import { idOfTexLabel, numberedName } from './label-names.ts';
import { type LabelKind, labelKinds, type LabelSlot } from './label-types.ts';
import { plainText } from './plain-text.ts';
import { explicitIdOf } from './remark-headings.ts';
import { writtenNumber } from './remark-section-numbers.ts';
import { titleHeading } from './title-heading.ts';

const wrongPlaces = {
  inline: {
    message: 'A formula in a line has no number, and so no label.',
    hint: 'put the formula between `$$` on lines of their own, or delete the label',
  },
  second: {
    message: 'This formula has one number, and another label bears it already.',
    hint: 'only rows of `align`, `gather` or an `aligned` that is the whole formula have numbers of their own',
  },
  unnumbered: {
    message: 'A row with `\\notag` has no number for this label.',
    hint: 'delete `\\notag` or the label',
  },
};

/** Place of a label in the source of a block, else where the block begins. */
function placeOfId(node: Nodes, id: string, source: string): Pick<Finding, 'line' | 'column' | 'length'> {
  const start = node.position?.start;
  const offset = start?.offset === undefined ? -1 : source.indexOf(id, start.offset);
  const end = node.position?.end.offset ?? source.length;
  if (!start || offset < 0 || offset > end) return { line: start?.line, column: start?.column };
  const before = source.slice(start.offset, offset).split('\n');
  const last = before.at(-1) ?? '';
  const column = before.length === 1 ? start.column + last.length : last.length + 1;
  return { line: start.line + before.length - 1, column, length: id.length };
}

/** The place for a block's own number, with its parent; not that of a block inside of it. */
function findSlot(parent: Nodes): { slot: LabelSlot; parent: Parents } | undefined {
  if (!('children' in parent)) return undefined;
  for (const child of parent.children as Nodes[]) {
    if (child.type === 'labelSlot') return { slot: child, parent };
    const data: Data | undefined = child.data;
    const found = data?.label ? undefined : findSlot(child);
    if (found) return found;
  }
  return undefined;
}

/** The work of {@link remarkLabels} on one article. */
class Numbering {
  readonly #context: ArticleContext;
  readonly #source: string;
  readonly #counts = new Map<LabelKind, number>();

  constructor(context: ArticleContext, source: string) {
    this.#context = context;
    this.#source = source;
  }

  #next(kind: LabelKind): string {
    const count = (this.#counts.get(kind) ?? 0) + 1;
    this.#counts.set(kind, count);
    return String(count);
  }

  #reportIn(node: Math | InlineMath, { start, end }: { start: number; end: number }, finding: Finding): void {
    const { line, column } = node.position?.start ?? {};
    const place = placeInFormula(node, this.#source, start) ?? { line, column };
    this.#context.report({ ...finding, ...place, length: Math.max(1, end - start) });
  }

  inlineMath(node: InlineMath): void {
    for (const call of callsOf(node.value, new Set(['\\label']))) {
      this.#reportIn(node, call, { rule: 'math/misplaced-label', ...wrongPlaces.inline });
    }
  }

  math(node: Math): void {
    const { labels: registry, renditions, macros } = this.#context;
    const { edits, labels, misplaced } = numberEquation(
      node.value,
      () => this.#next('eq'),
      (tag) =>
        /[\\$]/u.test(tag)
          ? renditions.formula({ tex: `\\text{${tag}}`, display: false, macros }).formula.text
          : tag,
      node.data?.label?.id,
    );
    const ids: string[] = [];
    for (const label of labels) {
      const id = idOfTexLabel(label.written);
      if (registry.add({ id, kind: 'eq', number: label.number })) ids.push(id);
      else this.#reportIn(node, label, registry.duplicate(id));
    }
    for (const label of misplaced) {
      this.#reportIn(node, label, { rule: 'math/misplaced-label', ...wrongPlaces[label.reason] });
    }
    node.data = { ...node.data, equation: { edits, ids } };
  }

  heading(node: Heading): void {
    const id = explicitIdOf(node);
    if (id?.startsWith('sec-') !== true) return;
    const title = (): string => plainText(node).replace(/\s*\{#[^\s{}]+\}$/u, '');
    const number = node.data?.sectionNumber ?? writtenNumber.exec(title())?.groups?.number;
    const { labels, report } = this.#context;
    // Read where it is used: formulas in it are not yet rendered.
    const label = { id, kind: 'sec' as const, number, title: '' };
    Object.defineProperty(label, 'title', { enumerable: true, get: title });
    if (!labels.add(label)) report({ ...labels.duplicate(id), ...placeOfId(node, id, this.#source) });
  }

  block(node: Nodes): void {
    const data: Data | undefined = node.data;
    if (!data?.label) return;
    const { kind, id, title } = data.label;
    const place = findSlot(node);
    if (id === undefined && !labelKinds[kind].always) {
      if (place) place.parent.children.splice((place.parent.children as Nodes[]).indexOf(place.slot), 1);
      return;
    }
    const number = this.#next(kind);
    if (place)
      place.slot.children = [{ type: 'text', value: numberedName(kind, number, this.#context.language) }];
    if (id === undefined) return;
    const { labels, report } = this.#context;
    if (!labels.add({ id, kind, number, title })) {
      report({ ...labels.duplicate(id), ...placeOfId(node, id, this.#source) });
      return;
    }
    data.hProperties = { ...data.hProperties, id };
  }
}

/**
 * Numbers what has a label: formulas and their rows, and the blocks that a plugin before this one has
 * marked with `data.label`; and records the labels for references.
 *
 * `$$ h = W_0x \label{eq-lora} $$` → the formula with (1), at `#eq-lora` · a figure with `fig-arch` →
 * 图 1 in its caption, at `#fig-arch`
 */
export function remarkLabels() {
  return (tree: Root, file: VFile): void => {
    const context = contextOf(file);
    const numbering = new Numbering(context, String(file));
    const title = titleHeading(tree, context.title);
    visit(tree, (node) => {
      if (node.type === 'math') numbering.math(node);
      else if (node.type === 'inlineMath') numbering.inlineMath(node);
      else if (node.type !== 'heading') numbering.block(node);
      // The title of the article is no section of it.
      else if (node !== title) numbering.heading(node);
    });
  };
}
