/** Symbols, terms and links that have a card. */
export const triggers =
  '[data-symbol], [data-term], a[href^="#"]:not(.self-link, .label-number, [data-footnote-backref], .reference-back), a:is([href*="/posts/"], [href*="/docs/"]):not([rel~="external"])';

/** Images and drawings of the article, which may be larger than they are shown; what answers in place is none. */
export const figures = 'img, figure svg:not(.living svg)';

/** Whether an event is a click made by a finger or a pen. */
export const isTap = (event: Event): boolean =>
  event instanceof PointerEvent &&
  event.type === 'click' &&
  (event.pointerType === 'touch' || event.pointerType === 'pen');
