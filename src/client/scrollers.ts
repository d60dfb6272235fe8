/**
 * What is wider than its column scrolls inside itself, and the keyboard must get there to scroll it; it
 * need not stop at what fits.
 */
export function setUpScrollers(): void {
  const observer = new ResizeObserver((changes) => {
    for (const { target } of changes) {
      if (!(target instanceof HTMLElement)) continue;
      // KaTeX's own boxes reach a hair over what is seen.
      if (target.scrollWidth > target.clientWidth + 3) target.tabIndex = 0;
      else target.removeAttribute('tabindex');
    }
  });
  const scrollers = document.querySelectorAll('.prose :is(.table-scroll, .katex-display, pre)');
  for (const scroller of scrollers) observer.observe(scroller);
}
