import type { SearchAnswer } from '../search/answer.ts';
import { element } from './elements.ts';
import type { Question } from './search-urls.ts';
import { words } from './search-words.ts';

/** Tags that are offered besides the chosen ones. */
const most = 10;

/** Tag chips and the order of results. Its elements stay the same ones, so that they keep the focus. */
export class SearchFilters {
  readonly tagChips = element('div', {
    class: 'search-tags',
    role: 'group',
    'aria-label': words.byTag,
    hidden: true,
  });
  readonly sortChoice = element('fieldset', { class: 'search-sort', hidden: true });
  readonly #chips = new Map<string, HTMLButtonElement>();
  readonly #sorts: HTMLInputElement[];
  readonly #onChange: () => void;
  #chosen = new Set<string>();

  /** `name` keeps the radio buttons of the dialog and of the page apart. */
  constructor(name: string, onChange: () => void) {
    this.#onChange = onChange;
    this.sortChoice.append(element('legend', { class: 'visually-hidden' }, words.sort));
    this.#sorts = (['relevance', 'newest'] as const).map((value) => {
      const radio = element('input', { type: 'radio', name: `${name}-sort`, value });
      radio.checked = value === 'relevance';
      radio.addEventListener('change', onChange);
      this.sortChoice.append(element('label', {}, radio, element('span', {}, words.sorts[value])));
      return radio;
    });
  }

  /** The chosen tags. */
  get tags(): string[] {
    return [...this.#chosen];
  }

  get sort(): Question['sort'] {
    return this.#sorts.some(({ checked, value }) => checked && value === 'newest') ? 'newest' : 'relevance';
  }

  set({ tags, sort }: Pick<Question, 'tags' | 'sort'>): void {
    this.#chosen = new Set(tags);
    for (const radio of this.#sorts) radio.checked = radio.value === sort;
  }

  /** Offers the tags of an answer, most articles first. */
  show({ filters, total }: SearchAnswer): void {
    const counts = filters.tag ?? {};
    const offered = Object.entries(counts)
      .filter(([tag, count]) => count > 0 && !this.#chosen.has(tag))
      .toSorted(([a, one], [b, other]) => other - one || a.localeCompare(b))
      .map(([tag]) => tag)
      .slice(0, most);
    const shown = [...this.#chosen, ...offered].map((tag) => this.#chip(tag, counts[tag] ?? 0));
    // Moving a focused button would take its focus away.
    const focused = shown.find((chip) => chip === document.activeElement);
    this.tagChips.replaceChildren(...shown);
    focused?.focus();
    this.tagChips.hidden = shown.length === 0;
    this.sortChoice.hidden = total === 0;
  }

  hide(): void {
    this.tagChips.hidden = true;
    this.sortChoice.hidden = true;
  }

  #chip(tag: string, count: number): HTMLButtonElement {
    const chip = this.#chips.get(tag) ?? this.#newChip(tag);
    chip.setAttribute('aria-pressed', String(this.#chosen.has(tag)));
    chip.replaceChildren(tag, ' ', element('span', { class: 'search-count' }, String(count)));
    return chip;
  }

  #newChip(tag: string): HTMLButtonElement {
    const chip = element('button', { type: 'button', class: 'search-chip' });
    chip.addEventListener('click', () => {
      if (!this.#chosen.delete(tag)) this.#chosen.add(tag);
      chip.setAttribute('aria-pressed', String(this.#chosen.has(tag)));
      this.#onChange();
    });
    this.#chips.set(tag, chip);
    return chip;
  }
}
