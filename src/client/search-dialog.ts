import resultStyles from '../styles/search-results.css?inline';
import { adoptStyles } from './adopt-styles.ts';
import { watchComposition } from './composition.ts';
import { button, element } from './elements.ts';
import { rememberSearch } from './recent-searches.ts';
import dialogStyles from './search-dialog.css?inline';
import { SearchListbox } from './search-listbox.ts';
import { examples } from './search-notes.ts';
import { SearchRecents } from './search-recents.ts';
import { SearchSession } from './search-session.ts';
import { searchPageUrl } from './search-urls.ts';
import { homePath } from './site-paths.ts';
import { SearchView } from './search-view.ts';
import { words } from './search-words.ts';

/** The keys that work here, for readers who have some. */
function keyHelp(): HTMLElement {
  const modifier = /mac|iphone|ipad/iu.test(navigator.userAgent) ? '⌘' : 'Ctrl';
  const keys = [
    ['↑ ↓', words.keys.choose],
    ['Enter', words.keys.open],
    [`${modifier} Enter`, words.keys.newTab],
    ['Esc', words.keys.close],
  ] as const;
  const items = keys.map(([key, does]) => element('span', {}, element('kbd', {}, key), ` ${does}`));
  return element('p', { class: 'search-keys label', 'aria-hidden': 'true' }, ...items);
}

/** The search dialog: a combobox whose options are articles, sections, formulas, or recent searches. */
class SearchDialog {
  readonly #dialog = element('dialog', { class: 'search-dialog', 'aria-label': words.name });
  // Not type=search: there Escape empties the field before it may close the dialog.
  readonly #field = element('input', {
    type: 'text',
    'aria-label': words.field,
    placeholder: words.placeholder,
    enterkeyhint: 'search',
    autocomplete: 'off',
    autocapitalize: 'none',
    spellcheck: 'false',
  });
  readonly #listbox = new SearchListbox(this.#field);
  readonly #all = element('a', { class: 'search-all', href: `${homePath()}search/` }, words.openPage);
  readonly #recents = new SearchRecents(() => {
    this.#showEmpty();
  });
  readonly #view = new SearchView({
    name: 'search-dialog',
    role: 'option',
    showResults: (groups) => {
      this.#recents.hide();
      this.#listbox.show(words.results, groups);
    },
    showEmpty: () => {
      this.#showEmpty();
    },
    ask: (text) => {
      this.#ask(text);
    },
    onFilter: () => {
      this.#refreshLink();
      void this.#session.ask(this.#question());
    },
  });
  readonly #session: SearchSession = new SearchSession((state) => {
    this.#view.show(state, this.#session);
  });
  #opener: HTMLElement | undefined;

  constructor() {
    const close = button(
      words.close,
      () => {
        this.#dialog.close();
      },
      { class: 'search-close' },
    );
    const { head, filters, notes, help, live } = this.#view;
    const lists = element('div', { class: 'search-lists' }, this.#listbox.element, this.#recents.deletes);
    this.#dialog.append(
      element('div', { class: 'search-field' }, this.#field, close),
      element('div', { class: 'search-body' }, head, filters.bar, notes, this.#recents.head, lists, help),
      element('footer', { class: 'search-foot' }, this.#all, keyHelp()),
      live.element,
    );
    document.body.append(this.#dialog);
    this.#listenToField();
    this.#listenToPointer();
    this.#dialog.addEventListener('close', () => {
      if (document.activeElement === document.body) this.#opener?.focus();
    });
    void this.#session.ask(this.#question());
  }

  /** Opens it, or closes it when it is open. */
  toggle(opener: HTMLElement | undefined): void {
    if (this.#dialog.open) {
      this.#dialog.close();
      return;
    }
    this.#opener = opener;
    const root = document.documentElement;
    root.classList.toggle('has-scrollbar', window.innerWidth > root.clientWidth);
    this.#dialog.showModal();
    this.#field.focus();
    this.#field.select();
    if (this.#session.question.text === '') this.#showEmpty();
  }

  /** Opens it with a question already asked. */
  openFor(text: string, opener: HTMLElement | undefined): void {
    if (!this.#dialog.open) this.toggle(opener);
    this.#ask(text);
  }

  #question() {
    return this.#view.questionOf(this.#field.value);
  }

  #ask(text: string): void {
    this.#field.value = text;
    this.#field.focus();
    this.#refreshLink();
    void this.#session.ask(this.#question());
  }

  #refreshLink(): void {
    this.#all.textContent = this.#field.value.trim() === '' ? words.openPage : words.viewAll;
    this.#all.href = searchPageUrl(
      { ...this.#question(), text: this.#field.value.slice(0, 1024) },
      homePath(),
    );
  }

  #showEmpty(): void {
    const options = this.#recents.show();
    this.#listbox.show(words.recent, options);
    const ask = (text: string): void => {
      this.#ask(text);
    };
    this.#view.help.replaceChildren(...(options.length === 0 ? [examples(ask)] : []));
    // The last one was removed with a button that is gone.
    const { activeElement } = document;
    const isLost = activeElement === document.body || this.#recents.head.contains(activeElement);
    if (this.#dialog.open && options.length === 0 && isLost) this.#field.focus();
  }

  #listenToField(): void {
    const isComposing = watchComposition(this.#field);
    this.#field.addEventListener('input', () => {
      this.#refreshLink();
      this.#session.askSoon(this.#question());
    });
    this.#field.addEventListener('keydown', (event) => {
      if (isComposing(event)) {
        // Nor may Escape, which gives up the composition, close the dialog.
        if (event.key === 'Escape') event.preventDefault();
      } else if (event.key === 'Enter') {
        event.preventDefault();
        void this.#enter(event.ctrlKey || event.metaKey);
      } else if (event.key === 'Delete' && this.#listbox.active?.dataset.text !== undefined) {
        event.preventDefault();
        this.#recents.forget(this.#listbox.active.dataset.text);
      } else if (this.#listbox.move(event)) event.preventDefault();
    });
  }

  /** Enter: opens the active result or else the first, or asks the active recent search again. */
  async #enter(inNewTab: boolean): Promise<void> {
    const { active } = this.#listbox;
    if (!active && !this.#session.hasSettled()) {
      // The reader is faster than the search: what still stands there answers another question.
      await this.#session.ask(this.#question());
      if (!this.#session.hasSettled() || !this.#dialog.open) return;
    }
    const option = active ?? this.#listbox.first;
    if (option instanceof HTMLAnchorElement) {
      if (inNewTab) {
        rememberSearch(this.#field.value);
        window.open(option.href, '_blank', 'noopener');
      } else option.click();
    } else if (active?.dataset.text !== undefined) this.#ask(active.dataset.text);
  }

  #listenToPointer(): void {
    const { element: list } = this.#listbox;
    const optionAt = ({ target }: Event): HTMLElement | null =>
      target instanceof Element ? target.closest<HTMLElement>('[role=option]') : null;
    list.addEventListener('mousemove', (event) => {
      const option = optionAt(event);
      if (option && option !== this.#listbox.active) {
        this.#listbox.activate(this.#listbox.options.indexOf(option));
      }
    });
    // A press would move the focus to the option.
    list.addEventListener('mousedown', (event) => {
      if (event.button === 0) event.preventDefault();
    });
    const onChosen = (event: MouseEvent): void => {
      const option = optionAt(event);
      if (option?.dataset.text !== undefined) this.#ask(option.dataset.text);
      else if (option instanceof HTMLAnchorElement) {
        rememberSearch(this.#field.value);
        // The page may be this one, or come back from the browser's cache.
        const isHere = event.button === 0 && !event.ctrlKey && !event.metaKey && !event.shiftKey;
        if (isHere) this.#dialog.close();
      }
    };
    list.addEventListener('click', onChosen);
    list.addEventListener('auxclick', onChosen);
    this.#all.addEventListener('click', () => {
      rememberSearch(this.#field.value);
    });
    // A press that starts inside, to select text, and ends outside closes nothing.
    let isOutside = false;
    this.#dialog.addEventListener('pointerdown', ({ target }) => {
      isOutside = target === this.#dialog;
    });
    this.#dialog.addEventListener('click', ({ target }) => {
      if (isOutside && target === this.#dialog) this.#dialog.close();
    });
  }
}

let dialog: SearchDialog | undefined;
adoptStyles(resultStyles);
adoptStyles(dialogStyles);

/** Opens the search dialog with the cursor in its field, or closes it. The focus goes back to `opener`. */
export function toggleSearchDialog(opener?: HTMLElement): void {
  dialog ??= new SearchDialog();
  dialog.toggle(opener);
}

/** Opens the search dialog with the answers to a question. The focus goes back to `opener`. */
export function searchDialogFor(text: string, opener?: HTMLElement): void {
  dialog ??= new SearchDialog();
  dialog.openFor(text, opener);
}
