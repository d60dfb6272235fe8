import { button, element } from './elements.ts';
import { words } from './reading-words.ts';

/** What happens at the stops. */
export interface StopEvents {
  /** The focus has come to a symbol. */
  readonly rest: (symbol: HTMLElement, stop: HTMLElement) => void;
  readonly leave: () => void;
  /** A symbol was chosen by Enter or Space. */
  readonly choose: (symbol: HTMLElement, stop: HTMLElement) => void;
}

const steps: Readonly<Record<string, number>> = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -1, ArrowDown: 1 };

/** The symbols of a formula, each once, in order. */
function symbolsOf(formula: Element): HTMLElement[] {
  const uses = [...formula.querySelectorAll<HTMLElement>('[data-symbol]')];
  return [...new Map(uses.toReversed().map((use) => [use.dataset.symbol, use])).values()].toReversed();
}

/**
 * The formulas that the keyboard stops at: in each section those where a symbol is used for the first time.
 * A stop at every formula would put dozens between one link and the next; this way no symbol is ever
 * further away than the beginning of its section.
 */
function formulasToStopAt(article: HTMLElement): Element[] {
  let known = new Set<string | undefined>();
  return [...article.querySelectorAll('h2, .katex:has([data-symbol])')].filter((place) => {
    if (place.matches('h2')) {
      known = new Set();
      return false;
    }
    const symbols = symbolsOf(place).map(({ dataset }) => dataset.symbol);
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

/**
 * Makes symbols reachable by keyboard. What KaTeX draws is hidden from screen readers, so that nothing in it
 * can have the focus: behind the formula stands a group of buttons, one for each symbol, that is a single
 * stop; the arrow keys go from one symbol to the next.
 */
export function setUpSymbolStops(article: HTMLElement, events: StopEvents): void {
  const names = namesOfSymbols();
  if (names.size === 0) return;
  for (const formula of formulasToStopAt(article)) {
    const symbols = symbolsOf(formula);
    const stops = symbols.map((symbol, index) => {
      const id = symbol.dataset.symbol ?? '';
      const stop = button(
        names.get(id) ?? id,
        () => {
          events.choose(symbol, stop);
        },
        { 'data-stop': id, tabindex: index === 0 ? '0' : '-1' },
      );
      stop.addEventListener('focus', () => {
        for (const other of stops) other.tabIndex = other === stop ? 0 : -1;
        symbol.classList.add('is-chosen');
        events.rest(symbol, stop);
      });
      stop.addEventListener('blur', () => {
        symbol.classList.remove('is-chosen');
        events.leave();
      });
      return stop;
    });
    const group = element(
      'span',
      { class: 'symbol-stops', role: 'group', 'aria-label': words.symbols },
      ...stops,
    );
    group.addEventListener('keydown', (event) => {
      const at = stops.findIndex((stop) => stop === document.activeElement);
      const step = steps[event.key];
      const next = event.key === 'Home' ? 0 : event.key === 'End' ? stops.length - 1 : step && at + step;
      if (next === undefined || at < 0) return;
      event.preventDefault();
      stops[(next + stops.length) % stops.length]?.focus();
    });
    formula.append(group);
  }
}
