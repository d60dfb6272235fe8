import type { SearchAnswer, SearchFailure } from '../search/answer.ts';
import { button, element } from './elements.ts';
import { homePath } from './site-paths.ts';
import { words } from './search-words.ts';

const note = (...children: (string | Node)[]): HTMLParagraphElement =>
  element('p', { class: 'search-note' }, ...children);

/** What was found, in a few words. */
export function summary({ total, formulas }: SearchAnswer, asked: string): string {
  return total + formulas.length === 0 ? words.nothing(asked) : words.found(total, formulas.length);
}

/** What the search did beyond what was asked: a correction, other names, only some of the words. */
export function answerNotes(answer: SearchAnswer, asked: string, ask: (text: string) => void): HTMLElement[] {
  const { corrected, alsoSearched, isPartial, total, formulas } = answer;
  const notes: HTMLElement[] = [];
  if (corrected !== undefined && corrected !== asked) {
    const isQuoted = /["“”]/u.test(asked);
    const literally = button(words.literally(asked), () => {
      ask(`"${asked}"`);
    });
    const choice = isQuoted ? [] : [' ', literally];
    notes.push(note(words.corrected, element('strong', {}, corrected), ...choice));
  }
  if (alsoSearched.length > 0) notes.push(note(words.alsoSearched(alsoSearched)));
  if (isPartial && total + formulas.length > 0) notes.push(note(words.partial));
  return notes;
}

/** Examples of what can be asked, each a button that asks it. */
export function examples(ask: (text: string) => void): HTMLElement {
  const items = words.examples.map(({ text, kind }) => {
    const example = button(text, () => {
      ask(text);
    });
    return element('li', {}, example, element('span', { class: 'label' }, kind));
  });
  return element(
    'div',
    { class: 'search-help' },
    element('p', {}, words.tryThese),
    element('ul', {}, ...items),
  );
}

/** What to do when nothing is found. */
export function zeroResultHelp(
  ask: (text: string) => void,
  withoutFilters: (() => void) | undefined,
): HTMLElement {
  const { exampleFormula: formula } = words;
  const tryFormula = button(formula, () => {
    ask(formula);
  });
  const tags = element('a', { href: `${homePath()}tags/` }, words.allTags);
  const items: (string | Node)[][] = [
    ...(withoutFilters ? [[button(words.clearFilters, withoutFilters)]] : []),
    [words.helpFewer],
    [words.helpPinyin],
    [words.helpFormula, tryFormula],
    [words.helpTags, tags],
  ];
  const list = element('ul', {}, ...items.map((parts) => element('li', {}, ...parts)));
  return element('div', { class: 'search-help' }, list);
}

/** What went wrong, in the reader's or in the author's terms. */
export function failureText(reason: SearchFailure): string {
  if (reason === 'offline') return words.offline;
  return import.meta.env.DEV ? words.noIndexInDev : words.noIndex;
}

/** The failure and a button that tries again. */
export function failureHelp(reason: SearchFailure, retry: () => void): HTMLElement {
  return element(
    'div',
    { class: 'search-help' },
    element('p', {}, failureText(reason)),
    button(words.retry, retry, { class: 'search-retry' }),
  );
}
