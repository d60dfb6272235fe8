import type { Element, ElementContent, Properties } from 'hast';
import type { Root } from 'mdast';
import type { InlineMath, Math } from 'mdast-util-math';
import type { VFile } from 'vfile';
import type { Finding } from '../diagnostics/diagnostic.ts';
import type { FormulaProblem } from '../renditions/formula.ts';
import { slotProperties } from '../renditions/slot.ts';
import { definitionsIn } from '../renditions/tex-definitions.ts';
import { applyEdits, type TexEdit } from '../renditions/tex-edits.ts';
import { expandMacros } from '../renditions/tex-expand.ts';
import { gapEdits, gapMacros } from '../renditions/tex-gaps.ts';
import { callsOf } from '../renditions/tex-scan.ts';
import { SKIP, visit } from '../visit-tree.ts';
import { type ArticleContext, contextOf } from './context.ts';
import { placeInFormula } from './equation-place.ts';
import { findingOfProblem } from './equation-problems.ts';
import { offenceProperties } from './offence.ts';
import { idOfTexLabel, referenceText } from './label-names.ts';
import { type ListedSymbol, SymbolUses } from './notation.ts';

const referenceNames = new Set(['\\ref', '\\eqref', '\\autoref', '\\cref', '\\Cref']);
const labelNames = new Set(['\\label']);

/** KaTeX's fonts lack some signs; a macro gets the same that stands in for them in a formula. */
const withoutGaps = (expansion: string): string => applyEdits(expansion, gapEdits(expansion)).tex;

/** The work of {@link remarkFormulaSlots} on one article. */
class Formulas {
  readonly #context: ArticleContext;
  readonly #source: string;
  /** Macros so far: every formula's definitions hold for those after it, in this article alone. */
  readonly #macros: Record<string, string>;
  /** The same as their authors wrote them. */
  readonly #written: Record<string, string>;
  readonly #symbolUses: SymbolUses;

  constructor(context: ArticleContext, source: string) {
    this.#context = context;
    this.#source = source;
    this.#symbolUses = context.symbolUses = new SymbolUses(context.symbols);
    this.#macros = { ...gapMacros };
    this.#written = { ...context.macros };
    for (const [name, expansion] of Object.entries(context.macros)) {
      this.#macros[name] = withoutGaps(expansion);
    }
  }

  #placeOf(node: Math | InlineMath, offset: number | undefined) {
    const { line, column } = node.position?.start ?? {};
    const place = offset === undefined ? undefined : placeInFormula(node, this.#source, offset);
    return place ?? { line, column };
  }

  /** Takes definitions out of a formula and keeps them. */
  #define(tex: string): TexEdit[] {
    return definitionsIn(tex).map(({ name, expansion, provides, start, end }) => {
      if (!provides || !Object.hasOwn(this.#macros, name)) {
        this.#macros[name] = withoutGaps(expansion);
        this.#written[name] = expansion;
      }
      return { start, end, text: '' };
    });
  }

  /** Writes numbers where a formula refers to something. */
  #refer(node: Math | InlineMath): TexEdit[] {
    const { labels, report, language } = this.#context;
    return callsOf(node.value, referenceNames).map(({ name, argument, start, end }) => {
      const id = idOfTexLabel(argument);
      const label = labels.find(id);
      if (!label) report({ ...labels.unknown(id), ...this.#placeOf(node, start), length: end - start });
      const style = name === '\\ref' ? 'number' : name === '\\eqref' ? 'short' : 'full';
      return { start, end, text: `\\text{${label ? referenceText(label, style, language) : '??'}}` };
    });
  }

  /** A formula for readers who do not have the article's macros. */
  #portable(tex: string, edits: readonly TexEdit[]): string {
    const edited = applyEdits(tex, edits).tex;
    return Object.keys(this.#written).length > 0 ? (expandMacros(edited, this.#written) ?? edited) : edited;
  }

  /** A formula that KaTeX cannot read: its TeX as text, with a mark. */
  #asWritten({ type, value }: Math | InlineMath, ids: readonly string[]) {
    const properties = offenceProperties(this.#context.language);
    const code = element('code', {}, [{ type: 'text', value }]);
    if (type === 'inlineMath') return { hName: 'code', hProperties: properties, hChildren: code.children };
    const anchors = ids.map((id) => element('span', { id }));
    return {
      hName: 'div',
      hProperties: { className: ['equation'] },
      hChildren: [...anchors, element('pre', { ...properties, tabIndex: 0 }, [code])],
    };
  }

  /** Renders a formula into its node; says whether anything is left of it to print. */
  render(node: Math | InlineMath): boolean {
    const display = node.type === 'math';
    const definitions = this.#define(node.value);
    const { edits = [], ids = [] } = (display ? node.data?.equation : undefined) ?? {};
    const labels = display ? [] : callsOf(node.value, labelNames).map((call) => ({ ...call, text: '' }));
    const own = [...definitions, ...labels, ...this.#refer(node)];
    const { tex, originalOffset } = applyEdits(node.value, [...own, ...edits, ...gapEdits(node.value)]);
    if (definitions.length > 0 && tex.trim() === '') return false;
    const { renditions, report } = this.#context;
    const macros = { ...this.#macros };
    const symbol = display ? undefined : node.data?.symbol;
    const uses = symbol ? {} : this.#symbolUses.in(tex, macros);
    const { key, formula } = renditions.formula({ tex, display, macros, ...uses }, node.position?.start.line);
    this.#context.hasMath = true;
    for (const problem of formula.problems) {
      const percent = problem.code === 'commentAtEnd' ? tex.search(/(?<!\\)%/u) : undefined;
      const offset = problem.offset ?? percent;
      const place = this.#placeOf(node, offset === undefined ? undefined : originalOffset(offset));
      const finding = findingOfProblem(problem, tex, macros);
      report(symbol ? findingOfKey(symbol.listed, finding, problem) : { ...finding, ...place });
      if (symbol && problem.kind !== 'strict') this.#symbolUses.drop(symbol);
    }
    const portableTex = this.#portable(node.value, [...own, ...edits.map(withLabel(node.value))]);
    if (formula.problems.some(({ kind }) => kind !== 'strict')) {
      const found = { readableText: node.value, portableTex };
      node.data = { ...node.data, ...found, ...this.#asWritten(node, ids) };
      return true;
    }
    const found = { readableText: formula.text, portableTex, slotKey: key };
    node.data =
      ids.length === 0
        ? { ...found, hName: 'span', hProperties: slotProperties(key), hChildren: [] }
        : { ...node.data, ...found, ...labelled(ids, key) };
    return true;
  }
}

/** Keeps a label beside the number that stands in its place. */
const withLabel =
  (tex: string) =>
  (edit: TexEdit): TexEdit => {
    const written = tex.slice(edit.start, edit.end);
    return written.startsWith('\\label') ? { ...edit, text: written + edit.text } : edit;
  };

/** What is wrong with a symbol's key in the front matter. */
function findingOfKey(
  { tex, place, isPlain }: ListedSymbol,
  finding: Finding,
  problem: FormulaProblem,
): Finding {
  const { offset, length = 1 } = problem;
  const inside = isPlain && offset !== undefined ? { column: place.column + offset, length } : {};
  const hint = tex.includes('$') ? 'write the symbol without `$`' : finding.hint;
  const rule = problem.kind === 'strict' ? finding.rule : 'notation/invalid';
  return { ...finding, rule, hint, ...place, ...inside };
}

const element = (tagName: string, properties: Properties, children: ElementContent[] = []): Element => ({
  type: 'element',
  tagName,
  properties,
  children,
});

const span = (properties: Properties): Element => element('span', properties);

/** An element around a slot that links lead to: for its only label, else with an anchor for each. */
const labelled = (ids: readonly string[], key: string) => ({
  hName: 'div',
  hProperties: { className: ['equation'], ...(ids.length === 1 ? { id: ids[0] } : {}) },
  hChildren: [...(ids.length === 1 ? [] : ids.map((id) => span({ id }))), span(slotProperties(key))],
});

/**
 * Renders every formula once and leaves an empty element with its key in the tree. Definitions of a
 * formula hold for those after it; references in it become numbers.
 *
 * `$W_0$` → `<span data-slot="mK3f…"></span>` · with a label →
 * `<div class="equation" id="eq-lora"><span data-slot="mK3f…"></span></div>`
 */
export function remarkFormulaSlots() {
  return (tree: Root, file: VFile): void => {
    const formulas = new Formulas(contextOf(file), String(file));
    visit(tree, (node, index, parent) => {
      if (node.type !== 'math' && node.type !== 'inlineMath') return undefined;
      if (formulas.render(node) || !parent || index === undefined) return undefined;
      parent.children.splice(index, 1);
      return [SKIP, index];
    });
  };
}
