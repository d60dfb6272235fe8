import { element } from './elements.ts';

/** One value of those that exclude one another, or any of them: a list that opens, as the browser has it. */
export class SearchChoice {
  readonly element: HTMLSelectElement;
  readonly #any: string;
  readonly #nameOf: (value: string) => string;
  /** What is offered, to leave a list alone that is open. */
  #offered = '';

  /**
   * @param label what is chosen, for screen readers.
   * @param any the option that chooses nothing.
   * @param nameOf how a value is called.
   */
  constructor(label: string, any: string, nameOf: (value: string) => string, onChange: () => void) {
    this.#any = any;
    this.#nameOf = nameOf;
    this.element = element('select', { class: 'search-choice', 'aria-label': label, hidden: true });
    this.element.addEventListener('change', () => {
      this.#mark();
      onChange();
    });
    this.show({}, 0);
  }

  /** The chosen value; empty for any. */
  get value(): string {
    return this.element.value;
  }

  set value(value: string) {
    if ([...this.element.options].every((option) => option.value !== value)) {
      this.element.append(element('option', { value }, this.#nameOf(value)));
      this.#offered = '';
    }
    this.element.value = value;
    this.#mark();
  }

  /** Offers values with the articles that each would leave, where that is not all of them. */
  show(counts: Readonly<Record<string, number>>, total: number): void {
    const { value } = this;
    const values = Object.keys(counts).filter((one) => (counts[one] ?? 0) > 0);
    if (value !== '' && !values.includes(value)) values.push(value);
    values.sort((a, b) => b.localeCompare(a, undefined, { numeric: true }));
    const labels = values.map((one) => `${this.#nameOf(one)} (${String(counts[one] ?? 0)})`);
    const offered = JSON.stringify([values, labels]);
    if (offered !== this.#offered) {
      this.#offered = offered;
      const options = values.map((one, index) => element('option', { value: one }, labels[index] ?? ''));
      this.element.replaceChildren(element('option', { value: '' }, this.#any), ...options);
      this.element.value = value;
    }
    this.#mark();
    const parts = values.some((one) => (counts[one] ?? 0) < total);
    const isUsed = value !== '' || parts;
    if (!isUsed && this.element === document.activeElement) return;
    this.element.hidden = !isUsed;
  }

  #mark(): void {
    this.element.classList.toggle('is-chosen', this.value !== '');
  }
}
