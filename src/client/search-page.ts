import { watchComposition } from './composition.ts';
import { button, element } from './elements.ts';
import { rememberSearch } from './recent-searches.ts';
import { examples } from './search-notes.ts';
import { SearchSession } from './search-session.ts';
import { questionOf, searchPageUrl } from './search-urls.ts';
import { homePath } from './site-paths.ts';
import { SearchView } from './search-view.ts';
import { words } from './search-words.ts';

/** Articles shown, kept with the entry of the browser's history so that going back shows them again. */
const shownBefore = (): number => {
  const state = history.state as { shown?: number } | null;
  return Math.min(state?.shown ?? 0, 200);
};

/** Runs the search page: field, results and address always say the same. */
function setUpSearchPage(form: HTMLFormElement, field: HTMLInputElement, place: HTMLElement): void {
  const list = element('ol', { class: 'search-page-results' });
  const more = button(words.more, () => void showMore(), { class: 'search-more', hidden: true });

  const ask = (text: string): void => {
    field.value = text;
    field.focus();
    submit();
  };
  const view = new SearchView({
    name: 'search-page',
    role: 'link',
    showResults: (groups) => {
      list.replaceChildren(...groups);
      more.hidden = true;
    },
    showEmpty: () => {
      view.help.replaceChildren(examples(ask));
    },
    ask,
    onFilter: submit,
  });
  let shown = 0;
  const session: SearchSession = new SearchSession((state) => {
    view.show(state, session);
    list.setAttribute('aria-busy', String(state.kind === 'loading'));
    if (state.kind === 'failure' || state.kind === 'empty') shown = 0;
    if (state.kind !== 'answer') return;
    const isGrown = state.answer.articles.length > shown;
    shown = state.answer.articles.length;
    more.hidden = !isGrown || shown >= state.answer.total;
  });

  const address = (): string => searchPageUrl({ ...view.questionOf(field.value.slice(0, 1024)) }, homePath());
  const isNew = (): boolean => address() !== location.pathname + location.search;

  /** A search worth a step back. */
  function submit(): void {
    if (isNew()) history.pushState(null, '', address());
    rememberSearch(field.value);
    run(0);
  }

  function run(wanted: number): void {
    shown = 0;
    void session.ask(view.questionOf(field.value)).then(async () => {
      for (let before = -1; !more.hidden && shown < wanted && shown > before;) {
        before = shown;
        await session.more();
      }
    });
  }

  async function showMore(): Promise<void> {
    const before = list.children.length;
    await session.more();
    history.replaceState({ shown }, '');
    list.children[before]?.querySelector('a')?.focus();
  }

  /** Takes the question from the address: on arrival, and when the reader goes back or forward. */
  function readAddress(): void {
    const question = questionOf(location.search);
    field.value = question.text;
    view.filters.set(question);
    run(shownBefore());
  }

  form.closest('[data-needs-script]')?.removeAttribute('hidden');
  const { head, filters, notes, help, live } = view;
  place.append(head, filters.bar, notes, list, help, more, live.element);
  const isComposing = watchComposition(field);
  field.addEventListener('keydown', (event) => {
    // The Enter that ends a composition must not submit the form.
    if (event.key === 'Enter' && isComposing(event)) event.preventDefault();
  });
  field.addEventListener('input', (event) => {
    session.askSoon(view.questionOf(field.value));
    shown = 0;
    const isUnfinished = event instanceof InputEvent && event.isComposing;
    if (!isUnfinished && isNew()) history.replaceState(null, '', address());
  });
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    submit();
  });
  window.addEventListener('popstate', readAddress);
  readAddress();
  if (field.value === '') field.focus();
}

const form = document.querySelector<HTMLFormElement>('[data-search-page] form');
const field = form?.querySelector<HTMLInputElement>('[data-search-field]');
const place = document.querySelector<HTMLElement>('[data-search-results]');
if (form && field && place) setUpSearchPage(form, field, place);
