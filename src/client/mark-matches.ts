import { findMatches } from '../search/find-matches.ts';
import { adoptStyles } from './adopt-styles.ts';
import { readArticleText, rangesOf } from './article-text.ts';
import { button, element } from './elements.ts';
import { LiveRegion } from './live-region.ts';
import styles from './mark-matches.css?inline';
import { markRanges, type MatchMarks } from './match-marks.ts';
import { questionOf } from './search-urls.ts';
import { words as searchWords } from './search-words.ts';

const words = searchWords.matches;

/** Opens what hides a match: folded details, a tab that is not shown. */
function reveal(place: Element | null): void {
  for (let around = place; around; around = around.parentElement) {
    if (around instanceof HTMLDetailsElement) around.open = true;
    if (around.getAttribute('hidden') === 'until-found') around.dispatchEvent(new Event('beforematch'));
  }
}

/** The match to begin with: the first one from the section of the address on. */
function firstPlace({ places }: MatchMarks): number {
  let id = location.hash.slice(1);
  try {
    id = decodeURIComponent(id);
  } catch {
    // As it stands, then.
  }
  const section = id === '' ? null : document.getElementById(id);
  if (!section) return 0;
  const found = places.findIndex(({ element: place }) => {
    const order = place ? section.compareDocumentPosition(place) : 0;
    const isInside = (order & Node.DOCUMENT_POSITION_CONTAINED_BY) !== 0 || place === section;
    return isInside || (order & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
  });
  return Math.max(found, 0);
}

/** A bar that says at which match the reader is, and goes to the others. */
function showBar(marks: MatchMarks): void {
  const count = marks.places.length;
  let current = firstPlace(marks);
  const place = element('span', { class: 'match-place', 'aria-hidden': 'true' });
  const live = new LiveRegion();

  const say = (): void => {
    marks.setCurrent(current);
    place.textContent = `${String(current + 1)} / ${String(count)}`;
    live.say(words.place(current + 1, count));
  };
  const scroll = (): void => {
    const match = marks.places[current];
    reveal(match?.element ?? null);
    match?.element?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
    const { top, height } = match?.getBoundingClientRect() ?? new DOMRect();
    // A third down the window, clear of the bar, wherever it was.
    window.scrollTo({ top: window.scrollY + top - (window.innerHeight - height) / 3 });
  };
  const step = (by: number): void => {
    current = (current + by + count) % count;
    say();
    scroll();
  };
  const close = (): void => {
    const hadFocus = bar.contains(document.activeElement);
    marks.remove();
    bar.remove();
    const address = new URL(location.href);
    address.searchParams.delete('q');
    history.replaceState(history.state, '', address);
    if (hadFocus) document.getElementById('content')?.focus({ preventScroll: true });
  };

  const previous = (): void => {
    step(-1);
  };
  const next = (): void => {
    step(1);
  };
  const bar = element(
    'section',
    { class: 'match-bar', 'aria-label': words.name },
    place,
    button('↑', previous, { 'aria-label': words.previous, title: `${words.previous} (p)` }),
    button('↓', next, { 'aria-label': words.next, title: `${words.next} (n)` }),
    button('✕', close, { 'aria-label': words.close, title: `${words.close} (Esc)` }),
    live.element,
  );
  bar.addEventListener('keydown', (event) => {
    const { key, shiftKey, ctrlKey, metaKey, altKey, target } = event;
    if (ctrlKey || metaKey || altKey) return;
    const isClose = target instanceof Element && target.getAttribute('aria-label') === words.close;
    if (key === 'Escape') close();
    else if (key === 'p' || (key === 'Enter' && shiftKey && !isClose)) previous();
    else if (key === 'n') next();
    else return;
    event.preventDefault();
  });
  // Right behind the skip link: at the bottom of the window, but not at the end of the page's Tab order.
  const skipLink = document.querySelector('.skip-link');
  if (skipLink) skipLink.after(bar);
  else document.body.prepend(bar);

  say();
  const [navigation] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
  // Back, forward and reload bring the reader to where they were; a fragment brings them to its section.
  const isArrival = navigation?.type === 'navigate';
  reveal(marks.places[current]?.element ?? null);
  if (isArrival && location.hash === '') scroll();
}

/** Marks the words of `?q=` in an article, and lets the reader step through them. */
export function markMatches(article: HTMLElement): void {
  const { text } = questionOf(location.search);
  const content = readArticleText(article);
  const ranges = rangesOf(content, findMatches(content.text, text));
  if (ranges.length === 0) return;
  adoptStyles(styles);
  showBar(markRanges(ranges));
}
