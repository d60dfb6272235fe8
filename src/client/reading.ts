import { figures, isTap, triggers } from './reading-triggers.ts';

/** Windows that have a margin beside the text; the style sheet of the page has the same number. */
const withMargin = matchMedia('(min-width: 72rem)');

/**
 * Loads a module when a reader first points at what it is for, or goes through the page by keyboard.
 *
 * @param load gets a way to ask for the latest event of these, which the module answers in place of this.
 */
function loadFor(
  article: HTMLElement,
  selector: string,
  load: (latest: () => Event | undefined) => Promise<void>,
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
      // A first tap shows what a mouse would have met by hovering: the link must not be followed meanwhile.
      if (isTap(event)) event.preventDefault();
      latest = event;
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
 * through the page by keyboard: cards over links and symbols, figures shown large. Notes beside the text are
 * loaded where there is room for them.
 */
export function setUpReading(): void {
  const article = document.querySelector<HTMLElement>('[data-article]');
  if (!article) return;

  loadFor(article, triggers, async (latest) => {
    const { setUpCards } = await import('./cards.ts');
    setUpCards(article, latest());
  });
  if (article.querySelector(figures)) {
    loadFor(article, figures, async (latest) => {
      const { setUpZoom } = await import('./figure-zoom.ts');
      setUpZoom(article, latest());
    });
  }
  if (article.querySelector('[data-footnote-ref]')) {
    const loadNotes = (): void => {
      if (!withMargin.matches) return;
      withMargin.removeEventListener('change', loadNotes);
      void import('./sidenotes.ts').then(({ setUpSidenotes }) => {
        setUpSidenotes(article, withMargin);
      });
    };
    withMargin.addEventListener('change', loadNotes);
    loadNotes();
  }
}
