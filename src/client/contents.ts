import { placeHere, rememberPlace } from './reading-places.ts';

/** Beside the text the contents are always open; see `Contents.astro`. */
const wide = matchMedia('(min-width: 72rem)');

/** How far below the place where a link to a heading leads the line lies that a section begins at, in pixels. */
const slack = 48;

/** Brings an entry into the visible part of the list that it is in, and leaves the page where it is. */
function reveal(link: Element): void {
  const scrolls = (element: Element): boolean =>
    element.scrollHeight > element.clientHeight && /auto|scroll/u.test(getComputedStyle(element).overflowY);
  let list = link.parentElement;
  while (list && !scrolls(list)) list = list.parentElement;
  if (!list) return;
  const { top, bottom, height } = list.getBoundingClientRect();
  const entry = link.getBoundingClientRect();
  const room = height / 5;
  if (entry.top < top + room) list.scrollTop += entry.top - top - room;
  else if (entry.bottom > bottom - room) list.scrollTop += entry.bottom - bottom + room;
}

/** The headings that a table of contents leads to, in the order of the page, with their entries. */
function entriesOf(contents: Element): Map<Element, HTMLAnchorElement> {
  const entries = new Map<Element, HTMLAnchorElement>();
  for (const link of contents.querySelectorAll<HTMLAnchorElement>('a[href^="#"]')) {
    const heading = document.getElementById(link.getAttribute('href')?.slice(1) ?? '');
    if (heading) entries.set(heading, link);
  }
  return entries;
}

/**
 * Tells which of the headings is read: the last one above a line near the top of the screen; at the end of
 * the page, where the last ones never get there, the one that a link led to, or the very last.
 */
function followHeadings(headings: readonly Element[], onChange: (heading: Element | undefined) => void) {
  const passed = new Set<Element>();
  let isAtEnd = false;

  const decide = (): void => {
    const target = document.querySelector(':target');
    const led = headings.find((heading) => heading === target && !passed.has(heading));
    onChange(isAtEnd ? (led ?? headings.at(-1)) : headings.findLast((heading) => passed.has(heading)));
  };

  let observer: IntersectionObserver | undefined;
  const observe = (): void => {
    observer?.disconnect();
    passed.clear();
    const padding = Number.parseFloat(getComputedStyle(document.documentElement).scrollPaddingTop) || 0;
    // All that lies below the line, however far: a heading that is jumped over is noticed too.
    const rootMargin = `-${String(padding + slack)}px 0px 1000000px 0px`;
    observer = new IntersectionObserver(
      (seen) => {
        for (const { target, intersectionRatio, boundingClientRect } of seen) {
          // What is folded away has no height.
          if (boundingClientRect.height > 0 && intersectionRatio < 0.99) passed.add(target);
          else passed.delete(target);
        }
        decide();
      },
      { rootMargin, threshold: 0.99 },
    );
    for (const heading of headings) observer.observe(heading);
  };
  observe();
  wide.addEventListener('change', observe);
  window.addEventListener('hashchange', decide);

  const end = document.querySelector('body > footer');
  if (!end) return;
  new IntersectionObserver(
    (seen) => {
      isAtEnd = (seen.at(-1)?.intersectionRatio ?? 0) > 0.98;
      decide();
    },
    { threshold: 0.99 },
  ).observe(end);
}

/** On narrow screens the list lies over the text: it goes when it has been used, or is not wanted. */
function setUpFolding(details: HTMLDetailsElement): void {
  const summary = details.querySelector('summary');
  const adapt = (isOpen: boolean): void => {
    details.open = isOpen;
    if (summary) summary.tabIndex = wide.matches ? -1 : 0;
  };
  // On a narrow screen a reader may have opened it before this was loaded.
  adapt(wide.matches || details.open);
  wide.addEventListener('change', ({ matches }) => {
    adapt(matches);
  });
  const close = (): void => {
    if (!wide.matches) details.open = false;
  };
  details.addEventListener('click', ({ target }) => {
    if (target instanceof Element && target.closest('a')) close();
  });
  details.addEventListener('keydown', ({ key }) => {
    if (key !== 'Escape' || wide.matches || !details.open) return;
    close();
    summary?.focus();
  });
  document.addEventListener('pointerdown', ({ target }) => {
    if (target instanceof Node && !details.contains(target)) close();
  });
  details.addEventListener('focusout', ({ relatedTarget }) => {
    if (relatedTarget instanceof Node && !details.contains(relatedTarget)) close();
  });
  details.addEventListener('toggle', () => {
    const current = details.querySelector('[aria-current]');
    if (details.open && current) reveal(current);
  });
}

/** Lets a table of contents follow the scroll, and remembers how far its article was read. */
export function followContents(details: HTMLDetailsElement): void {
  const entries = entriesOf(details);
  const headings = [...entries.keys()];
  const here = details.querySelector('[data-here]');
  let current: Element | undefined;
  let offer: { remove(): void } | undefined;
  setUpFolding(details);

  const kept = placeHere();
  const place = kept === undefined ? undefined : document.getElementById(kept);
  const link = place ? entries.get(place) : undefined;
  if (link && headings.at(-1) !== place) {
    void import('./continue-reading.ts').then(({ offerToContinue }) => {
      if (!current) offer = offerToContinue(link, details);
    });
  }

  followHeadings(headings, (heading) => {
    if (heading === current) return;
    if (current) entries.get(current)?.removeAttribute('aria-current');
    current = heading;
    const entry = heading && entries.get(heading);
    entry?.setAttribute('aria-current', 'location');
    here?.replaceChildren(...(entry?.cloneNode(true).childNodes ?? []));
    if (entry) reveal(entry);
    if (entry) offer?.remove();
  });

  const remember = (): void => {
    if (current) rememberPlace(current === headings.at(-1) ? undefined : current.id);
  };
  window.addEventListener('pagehide', remember);
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden') remember();
  });
}
