import type { ScriptWords } from '../i18n/zh.ts';
import { figures, isTap, triggers } from './reading-triggers.ts';

/** Windows that have a margin beside the text; the style sheet of the page has the same number. */
const withMargin = matchMedia('(min-width: 72rem)');

/**
 * Loads a module when a reader first points at what it is for, or goes through the page by keyboard.
 *
 * @param load gets a way to ask for the last click, or else the latest event of these, which the module answers
 *   in place of this.
 * @param holdsTaps whether a first tap shows what a mouse would have met by hovering: its link must not be
 *   followed meanwhile.
 */
function loadFor(
  article: HTMLElement,
  selector: string,
  load: (latest: () => Event | undefined) => Promise<void>,
  holdsTaps = false,
): void {
  const loaded = new AbortController();
  const { signal } = loaded;
  let latest: Event | undefined;
  let isAsked = false;
  const ask = (): void => {
    if (isAsked) return;
    isAsked = true;
    void load(() => {
      loaded.abort();
      return latest;
    });
  };
  for (const type of ['pointerover', 'focusin', 'click']) {
    const meet = (event: Event): void => {
      if (!(event.target instanceof Element) || !event.target.closest(selector)) return;
      if (holdsTaps && isTap(event)) event.preventDefault();
      // A click is answered, wherever the pointer goes meanwhile.
      if (latest?.type !== 'click' || type === 'click') latest = event;
      ask();
    };
    article.addEventListener(type, meet, { signal });
  }
  const onKey = ({ key }: KeyboardEvent): void => {
    if (key === 'Tab') ask();
  };
  document.addEventListener('keydown', onKey, { signal });
}

/**
 * What helps in reading an article is loaded when a reader first points at something that it is for, or goes
 * through the page by keyboard: cards over links and symbols, figures shown large, menus of formulas. Notes beside the text are
 * loaded where there is room for them, once the reader comes near one.
 */
export function setUpReading(words: ScriptWords): void {
  const article = document.querySelector<HTMLElement>('[data-article]');
  if (!article) return;

  const loadCards = async (latest: () => Event | undefined): Promise<void> => {
    const { setUpCards } = await import('./cards.ts');
    setUpCards(article, latest());
  };
  loadFor(article, triggers, loadCards, true);
  if (article.querySelector(figures)) {
    loadFor(article, figures, async (latest) => {
      const { setUpZoom } = await import('./figure-zoom.ts');
      setUpZoom(article, latest());
    });
  }
  const equations = article.querySelectorAll('.equation');
  if (equations.length > 0) {
    // A finger finds the buttons there before it has reached a formula.
    loadFor(article, '*', async (latest) => {
      const { setUpFormulaMenus } = await import('./formula-menu.ts');
      latest();
      setUpFormulaMenus(equations, words);
    });
  }
  const references = article.querySelectorAll('[data-footnote-ref]');
  const near = new IntersectionObserver(
    (entries) => {
      if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
      near.disconnect();
      withMargin.removeEventListener('change', watch);
      void import('./sidenotes.ts').then(({ setUpSidenotes }) => {
        setUpSidenotes(article, withMargin);
      });
    },
    { rootMargin: '50% 0px' },
  );
  function watch(): void {
    near.disconnect();
    if (!withMargin.matches) return;
    for (const reference of references) near.observe(reference);
  }
  withMargin.addEventListener('change', watch);
  watch();
}
