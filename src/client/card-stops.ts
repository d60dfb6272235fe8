import { button, element } from './elements.ts';
import { words } from './reading-words.ts';

/** What happens at the stops. */
export interface StopEvents {
  /** The focus has come to a symbol or term. */
  readonly rest: (anchor: HTMLElement, stop: HTMLElement) => void;
  readonly leave: () => void;
  /** One was chosen by Enter or Space. */
  readonly choose: (anchor: HTMLElement, stop: HTMLElement) => void;
}

/** A symbol of a formula, with all its uses there, or a term, and the name of its button. */
interface Stop {
  readonly uses: readonly [HTMLElement, ...HTMLElement[]];
  readonly name: string;
}

const stops = new WeakMap<HTMLElement, HTMLElement>();

/** What has the focus for a symbol or term, which cannot have it: its button, where there is one. */
export const focusOf = (anchor: HTMLElement): HTMLElement => stops.get(anchor) ?? anchor;

const steps: Readonly<Record<string, number>> = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -1, ArrowDown: 1 };

/** The uses of each symbol of a formula, in order. */
function symbolsOf(formula: Element): Map<string, [HTMLElement, ...HTMLElement[]]> {
  const symbols = new Map<string, [HTMLElement, ...HTMLElement[]]>();
  for (const use of formula.querySelectorAll<HTMLElement>('[data-symbol]')) {
    const { symbol = '' } = use.dataset;
    const uses = symbols.get(symbol);
    if (uses) uses.push(use);
    else symbols.set(symbol, [use]);
  }
  return symbols;
}

/**
 * The formulas that the keyboard stops at: in each section those where a symbol is used for the first time.
 * A stop at every formula would put dozens between one link and the next; this way no symbol is ever
 * further away than the beginning of its section.
 */
function formulasToStopAt(article: HTMLElement): Element[] {
  let known = new Set<string>();
  return [...article.querySelectorAll('h2, .katex:has([data-symbol])')].filter((place) => {
    if (place.matches('h2')) {
      known = new Set();
      return false;
    }
    const symbols = [...symbolsOf(place).keys()];
    const isFirst = symbols.some((symbol) => !known.has(symbol));
    for (const symbol of symbols) known.add(symbol);
    return isFirst;
  });
}

/** The readable names of symbols, by their ids. */
function namesOfSymbols(): Map<string, string> {
  const entries = document.querySelector<HTMLTemplateElement>('template[data-notation]')?.content;
  return new Map(
    [...(entries?.querySelectorAll<HTMLElement>('[data-entry]') ?? [])].map((entry) => [
      entry.dataset.entry ?? '',
      entry.querySelector('dt')?.title ?? '',
    ]),
  );
}

/** A group of buttons that is a single stop; the arrow keys go from one to the next. */
function groupOf(members: readonly Stop[], label: string, events: StopEvents): HTMLElement {
  const own = members.map(({ uses, name }, index) => {
    const [anchor] = uses;
    const stop = button(
      name,
      () => {
        events.choose(anchor, stop);
      },
      { tabindex: index === 0 ? '0' : '-1' },
    );
    for (const use of uses) stops.set(use, stop);
    stop.addEventListener('focus', () => {
      for (const other of own) other.tabIndex = other === stop ? 0 : -1;
      anchor.classList.add('is-chosen');
      anchor.scrollIntoView({ block: 'nearest' });
      events.rest(anchor, stop);
    });
    stop.addEventListener('blur', () => {
      anchor.classList.remove('is-chosen');
      events.leave();
    });
    return stop;
  });
  const group = element('span', { class: 'card-stops', role: 'group', 'aria-label': label }, ...own);
  group.addEventListener('keydown', (event) => {
    const at = own.findIndex((stop) => stop === document.activeElement);
    const step = steps[event.key];
    const next = event.key === 'Home' ? 0 : event.key === 'End' ? own.length - 1 : step && at + step;
    if (next === undefined || at < 0) return;
    event.preventDefault();
    own[(next + own.length) % own.length]?.focus();
  });
  return group;
}

/** The terms of each section, in order. */
function termsBySection(article: HTMLElement): HTMLElement[][] {
  const sections: HTMLElement[][] = [[]];
  for (const place of article.querySelectorAll<HTMLElement>('h2, [data-term]')) {
    if (place.matches('h2')) sections.push([]);
    else sections.at(-1)?.push(place);
  }
  return sections.filter((terms) => terms.length > 0);
}

/**
 * Makes symbols and terms reachable by keyboard. What KaTeX draws is hidden from screen readers, so that
 * nothing in it can have the focus, and a sentence is to be read as it was written, so that no word of it
 * becomes a button: behind a formula stand buttons for its symbols, at the end of the paragraph with the
 * first term of a section buttons for all of its terms. Each of these groups is a single stop.
 */
export function setUpStops(article: HTMLElement, events: StopEvents): void {
  const names = namesOfSymbols();
  for (const formula of names.size > 0 ? formulasToStopAt(article) : []) {
    const members = [...symbolsOf(formula)].map(([id, uses]) => ({ uses, name: names.get(id) ?? id }));
    formula.append(groupOf(members, words.symbols, events));
  }
  for (const terms of termsBySection(article)) {
    const members = terms.map((term): Stop => ({ uses: [term], name: term.textContent }));
    terms[0]?.closest('p, li, dd')?.append(groupOf(members, words.terms, events));
  }
}
