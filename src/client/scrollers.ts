export const scrolling = '.prose :is(.table-scroll, .katex-display, .diagram, pre)';

/**
 * What is wider than its column scrolls inside itself, and the keyboard must get there to scroll it; it
 * need not stop at what fits.
 */
export function setUpScrollers(scrollers: Iterable<Element> = document.querySelectorAll(scrolling)): void {
  const check = (scroller: EventTarget): void => {
    if (!(scroller instanceof HTMLElement)) return;
    // Far from the screen, what it holds has not been laid out, and has no width.
    if (scroller.firstElementChild?.checkVisibility({ contentVisibilityAuto: true }) === false) return;
    // KaTeX's own boxes reach a hair over what is seen.
    if (scroller.scrollWidth > scroller.clientWidth + 3) scroller.tabIndex = 0;
    else scroller.removeAttribute('tabindex');
  };
  const observer = new ResizeObserver((changes) => {
    for (const { target } of changes) check(target);
  });
  for (const scroller of scrollers) {
    observer.observe(scroller);
    // Laid out, it may be as high as it was taken for.
    scroller.addEventListener('contentvisibilityautostatechange', () => {
      check(scroller);
    });
  }
}
