import { element } from './elements.ts';
import { LiveRegion } from './live-region.ts';
import { SearchFilters } from './search-filters.ts';
import { answerNotes, failureHelp, failureText, summary, zeroResultHelp } from './search-notes.ts';
import { resultGroups, type ResultRole } from './search-results.ts';
import type { SearchSession, SearchState } from './search-session.ts';
import { noQuestion, type Question } from './search-urls.ts';
import { words } from './search-words.ts';

/** What the dialog and the search page do each in its own way. */
export interface SearchPlace {
  /** Keeps names and ids of the two apart. */
  readonly name: string;
  readonly role: ResultRole;
  /** Puts the groups of results where they belong. */
  showResults(groups: readonly HTMLElement[]): void;
  /** What is shown while nothing is asked. */
  showEmpty(): void;
  /** Puts another text into the field and asks it. */
  ask(text: string): void;
  /** Filters or order were changed. */
  onFilter(): void;
}

/** Everything that is said about an answer around its results; the same in the dialog and on the page. */
export class SearchView {
  /** What was found, and the order of it. */
  readonly head: HTMLElement;
  readonly notes = element('div', { class: 'search-notes' });
  readonly help = element('div');
  readonly live = new LiveRegion();
  readonly filters: SearchFilters;
  readonly #status = element('p', { class: 'search-status label' });
  readonly #place: SearchPlace;

  constructor(place: SearchPlace) {
    this.#place = place;
    this.filters = new SearchFilters(place.name, () => {
      place.onFilter();
    });
    this.head = element('div', { class: 'search-head' }, this.#status, this.filters.sortChoice);
  }

  /** The question of a text with the filters and the order chosen here. */
  questionOf(text: string): Question {
    return { ...this.filters.chosen, text };
  }

  show(state: SearchState, session: SearchSession): void {
    this.#status.classList.toggle('is-loading', state.kind === 'loading');
    if (state.kind === 'loading') {
      this.#status.textContent = words.searching;
      return;
    }
    this.#status.textContent = '';
    this.notes.replaceChildren();
    this.help.replaceChildren();
    if (state.kind === 'answer') {
      this.#showAnswer(state);
      return;
    }
    this.filters.hide();
    this.#place.showResults([]);
    if (state.kind === 'failure') {
      const retry = (): void => {
        // The button goes away with the failure.
        if (this.help.contains(document.activeElement)) this.#place.ask(session.question.text);
        else void session.retry();
      };
      this.help.append(failureHelp(state.reason, retry));
      this.live.say(failureText(state.reason));
    } else {
      this.live.say('');
      this.#place.showEmpty();
    }
  }

  #showAnswer({ question, answer }: Extract<SearchState, { kind: 'answer' }>): void {
    const { text } = question;
    const ask = (other: string): void => {
      this.#place.ask(other);
    };
    const found = summary(answer, text);
    const isEmpty = answer.total + answer.formulas.length === 0;
    this.#status.textContent = found;
    this.notes.append(...answerNotes(answer, text, ask));
    this.filters.show(answer);
    this.#place.showResults(resultGroups(answer, text, this.#place.role));
    if (isEmpty) {
      const withoutFilters = (): void => {
        this.filters.set({ ...noQuestion, sort: question.sort });
        ask(text);
      };
      this.help.append(zeroResultHelp(ask, this.filters.isNarrow ? withoutFilters : undefined));
    }
    const correction = answer.corrected === undefined ? '' : words.correctedAloud(answer.corrected);
    this.live.say(correction + (isEmpty ? found : words.foundAloud(found)));
  }
}
