import { element } from './elements.ts';

const list = 'search-options';

/** The options under the field of a combobox. The focus stays in the field; one option is active. */
export class SearchListbox {
  readonly element: HTMLElement = element('div', { id: list, role: 'listbox', hidden: true });
  readonly #field: HTMLInputElement;
  #options: HTMLElement[] = [];
  #active = -1;

  constructor(field: HTMLInputElement) {
    this.#field = field;
    const attributes = {
      role: 'combobox',
      'aria-autocomplete': 'list',
      'aria-haspopup': 'listbox',
      'aria-controls': list,
      'aria-expanded': 'false',
    };
    for (const [name, value] of Object.entries(attributes)) field.setAttribute(name, value);
  }

  get active(): HTMLElement | undefined {
    return this.#options[this.#active];
  }

  get first(): HTMLElement | undefined {
    return this.#options[0];
  }

  get options(): readonly HTMLElement[] {
    return this.#options;
  }

  /** Shows other options, none of them active. */
  show(label: string, children: readonly Node[]): void {
    this.element.setAttribute('aria-label', label);
    this.element.replaceChildren(...children);
    this.#options = [...this.element.querySelectorAll<HTMLElement>('[role=option]')];
    for (const [index, option] of this.#options.entries()) option.id = `search-option-${String(index)}`;
    this.element.hidden = this.#options.length === 0;
    this.#field.setAttribute('aria-expanded', String(this.#options.length > 0));
    this.activate(-1);
  }

  /** Makes an option active; -1 gives the field itself back its place. */
  activate(index: number): void {
    this.active?.setAttribute('aria-selected', 'false');
    this.#active = index;
    const option = this.active;
    if (option) {
      option.setAttribute('aria-selected', 'true');
      option.scrollIntoView({ block: 'nearest' });
      this.#field.setAttribute('aria-activedescendant', option.id);
    } else this.#field.removeAttribute('aria-activedescendant');
  }

  /** Moves with the arrow keys, Home and End; the field is one of the places. Whether it was such a key. */
  move({ key, ctrlKey, metaKey, altKey, shiftKey }: KeyboardEvent): boolean {
    const count = this.#options.length;
    if (count === 0 || ctrlKey || metaKey || altKey || shiftKey) return false;
    if (key === 'ArrowDown') this.activate(this.#active + 1 < count ? this.#active + 1 : -1);
    else if (key === 'ArrowUp') this.activate(this.#active >= 0 ? this.#active - 1 : count - 1);
    else if (key === 'Home' && this.active) this.activate(0);
    else if (key === 'End' && this.active) this.activate(count - 1);
    else {
      // The caret moves: the reader is back in the field.
      if (key === 'ArrowLeft' || key === 'ArrowRight') this.activate(-1);
      return false;
    }
    return true;
  }
}
