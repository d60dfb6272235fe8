import type { SearchAnswer } from '../search/answer.ts';
import { button, element } from './elements.ts';
import { SearchChoice } from './search-choice.ts';
import { filtersOf, noQuestion, type Question } from './search-urls.ts';
import { words } from './search-words.ts';

/** Tags that are offered besides the chosen ones. */
const most = 10;

/** Series, year, tags, and the order of results. Its elements stay the same ones, so that they keep the focus. */
export class SearchFilters {
  readonly bar = element('div', {
    class: 'search-filters',
    role: 'group',
    'aria-label': words.filters,
    hidden: true,
  });
  readonly sortChoice = element('fieldset', { class: 'search-sort', hidden: true });
  readonly #tagChips = element('div', { class: 'search-tags', role: 'group', 'aria-label': words.byTag });
  readonly #chips = new Map<string, HTMLButtonElement>();
  readonly #choices: { readonly series: SearchChoice; readonly year: SearchChoice };
  readonly #clear: HTMLButtonElement;
  readonly #sorts: HTMLInputElement[];
  readonly #onChange: () => void;
  #tags = new Set<string>();

  /** `name` keeps the radio buttons of the dialog and of the page apart. */
  constructor(name: string, onChange: () => void) {
    this.#onChange = (): void => {
      this.#clear.hidden = !this.isNarrow;
      onChange();
    };
    this.sortChoice.append(element('legend', { class: 'visually-hidden' }, words.sort));
    this.#sorts = (['relevance', 'newest'] as const).map((value) => {
      const radio = element('input', { type: 'radio', name: `${name}-sort`, value });
      radio.checked = value === 'relevance';
      radio.addEventListener('change', onChange);
      this.sortChoice.append(element('label', {}, radio, element('span', {}, words.sorts[value])));
      return radio;
    });
    this.#choices = {
      series: new SearchChoice(words.choose.series, words.any.series, (title) => title, this.#onChange),
      year: new SearchChoice(words.choose.year, words.any.year, words.year, this.#onChange),
    };
    this.#clear = button(
      words.clearFilters,
      () => {
        this.set({ ...noQuestion, sort: this.chosen.sort });
        // The button goes away; what follows in the bar takes its place.
        this.bar.querySelector<HTMLElement>(':is(select, button):not([hidden])')?.focus();
        this.#onChange();
      },
      { class: 'search-clear', hidden: true },
    );
    const { series, year } = this.#choices;
    this.bar.append(this.#clear, series.element, year.element, this.#tagChips);
  }

  /** The filters and the order that are chosen, as a question about nothing. */
  get chosen(): Question {
    const isNewest = this.#sorts.some(({ checked, value }) => checked && value === 'newest');
    return {
      text: '',
      tags: [...this.#tags],
      series: this.#choices.series.value,
      year: this.#choices.year.value,
      sort: isNewest ? 'newest' : 'relevance',
    };
  }

  /** Whether any filter is chosen. */
  get isNarrow(): boolean {
    return Object.keys(filtersOf(this.chosen)).length > 0;
  }

  set({ tags, series, year, sort }: Question): void {
    this.#tags = new Set(tags);
    this.#choices.series.value = series;
    this.#choices.year.value = year;
    for (const [tag, chip] of this.#chips) chip.setAttribute('aria-pressed', String(this.#tags.has(tag)));
    for (const radio of this.#sorts) radio.checked = radio.value === sort;
    this.#clear.hidden = !this.isNarrow;
  }

  /** Offers what an answer can be narrowed to: the tags with most articles first, series and years that part it. */
  show({
    filters: { tag: counts = {}, series: inSeries = {}, year: inYears = {} },
    total,
  }: SearchAnswer): void {
    const offered = Object.entries(counts)
      .filter(([tag, count]) => count > 0 && !this.#tags.has(tag))
      .toSorted(([a, one], [b, other]) => other - one || a.localeCompare(b))
      .map(([tag]) => tag)
      .slice(0, most);
    const shown = [...this.#tags, ...offered].map((tag) => this.#chip(tag, counts[tag] ?? 0));
    // Moving a focused button would take its focus away.
    const focused = shown.find((chip) => chip === document.activeElement);
    this.#tagChips.replaceChildren(...shown);
    focused?.focus();
    const { series, year } = this.#choices;
    // Every article has a year: these are the articles that are counted.
    const inAll = Object.values(inYears).reduce((sum, count) => sum + count, 0);
    series.show(inSeries, inYears[year.value] ?? inAll);
    year.show(inYears, inAll);
    this.bar.hidden = shown.length === 0 && series.element.hidden && year.element.hidden;
    this.sortChoice.hidden = total === 0;
  }

  hide(): void {
    this.bar.hidden = true;
    this.sortChoice.hidden = true;
  }

  #chip(tag: string, count: number): HTMLButtonElement {
    const chip = this.#chips.get(tag) ?? this.#newChip(tag);
    chip.setAttribute('aria-pressed', String(this.#tags.has(tag)));
    chip.replaceChildren(tag, ' ', element('span', { class: 'search-count' }, String(count)));
    return chip;
  }

  #newChip(tag: string): HTMLButtonElement {
    const chip = element('button', { type: 'button', class: 'search-chip' });
    chip.addEventListener('click', () => {
      if (!this.#tags.delete(tag)) this.#tags.add(tag);
      chip.setAttribute('aria-pressed', String(this.#tags.has(tag)));
      this.#onChange();
    });
    this.#chips.set(tag, chip);
    return chip;
  }
}
