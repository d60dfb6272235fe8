import { button, element } from './elements.ts';
import { forgetAllSearches, forgetSearch, recentSearches } from './recent-searches.ts';
import { words } from './search-words.ts';

/**
 * The recent searches as options of a listbox. Their delete buttons stand in a column beside it: an
 * option may hold no button.
 */
export class SearchRecents {
  readonly head = element('div', { class: 'search-recent-head', hidden: true });
  readonly deletes = element('div', { class: 'search-deletes', hidden: true });
  readonly #onChange: () => void;

  /** `onChange` is called after something was removed, to show the rest. */
  constructor(onChange: () => void) {
    this.#onChange = onChange;
    const clear = button(words.forgetAll, () => {
      forgetAllSearches();
      onChange();
    });
    this.head.append(element('p', { class: 'label' }, words.recent), clear);
  }

  /** Shows the buttons, and gives the options; none when nothing is remembered. */
  show(): HTMLElement[] {
    const texts = recentSearches();
    this.head.hidden = texts.length === 0;
    this.deletes.hidden = texts.length === 0;
    this.deletes.replaceChildren(
      ...texts.map((text) =>
        button(
          '✕',
          () => {
            this.forget(text);
          },
          { 'aria-label': words.forget(text) },
        ),
      ),
    );
    return texts.map((text) =>
      element(
        'div',
        { class: 'search-recent', role: 'option', 'aria-selected': 'false', 'data-text': text },
        text,
      ),
    );
  }

  hide(): void {
    this.head.hidden = true;
    this.deletes.hidden = true;
  }

  /** Removes one; a reader who did so with its button finds the next button under the finger. */
  forget(text: string): void {
    const place = [...this.deletes.children].findIndex((one) => one === document.activeElement);
    forgetSearch(text);
    this.#onChange();
    const next = this.deletes.children[Math.min(place, this.deletes.childElementCount - 1)];
    if (place >= 0 && next instanceof HTMLElement) next.focus();
  }
}
