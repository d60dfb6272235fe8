import type { CardContent } from './card-content.ts';
import { button, element } from './elements.ts';
import { words } from './reading-words.ts';

/** Space between a card and what it is about, and to the edges of the window, in pixels. */
const gap = 6;
const edge = 8;

/** Windows so narrow that a card takes their lower or upper end; the style sheet has the same number. */
export const narrow = matchMedia('(max-width: 40rem)');

let count = 0;

/** What a card is opened for. */
export interface Occasion {
  /** What it tells about: a link, or a symbol in a formula. */
  readonly anchor: HTMLElement;
  /** What has the focus before and after: the link itself, or the button of a symbol. */
  readonly trigger: HTMLElement;
  /** Where the pointer was: a link over two lines has two boxes. */
  readonly pointer?: { readonly x: number; readonly y: number } | undefined;
}

/** The box of a link or symbol that a pointer is in, or its first one. */
function boxOf({ anchor, pointer }: Occasion): DOMRect {
  const boxes = [...anchor.getClientRects()];
  const under = boxes.find(
    ({ left, right, top, bottom }) =>
      pointer && left <= pointer.x && pointer.x <= right && top <= pointer.y && pointer.y <= bottom,
  );
  return under ?? boxes[0] ?? anchor.getBoundingClientRect();
}

/**
 * One card: it tells about a symbol or a link until it is closed, and while it is pinned it keeps its place
 * in the window as the page moves below it. It never takes the focus by itself.
 */
export class Card {
  readonly element: HTMLElement;
  readonly occasion: Occasion;
  readonly symbol: string | undefined;
  readonly #pin: HTMLButtonElement;
  readonly #size = new ResizeObserver(() => {
    this.#place();
  });
  readonly #box: DOMRect;
  readonly #scroll = { x: window.scrollX, y: window.scrollY };
  /** The browser's own tooltip would stand over the card. */
  readonly #title: string | null;

  constructor(occasion: Occasion, content: CardContent, onClose: (card: Card) => void) {
    this.occasion = occasion;
    this.symbol = content.symbol;
    this.#pin = button(
      words.pin,
      () => {
        this.setPinned(!this.isPinned);
      },
      { 'aria-pressed': 'false' },
    );
    const close = button(words.close, () => {
      onClose(this);
    });
    const goTo =
      content.href === undefined ? [] : [element('a', { href: content.href, class: 'card-go' }, words.goTo)];
    count += 1;
    this.element = element(
      'div',
      {
        class: 'card',
        id: `card-${String(count)}`,
        role: 'dialog',
        'aria-label': content.label,
        popover: 'manual',
      },
      element('div', { class: 'card-body prose' }, ...content.body),
      element('div', { class: 'card-foot' }, ...goTo, this.#pin, close),
    );
    const { lang } = occasion.anchor.closest<HTMLElement>('[data-article]') ?? { lang: '' };
    if (lang !== '') this.element.querySelector('.card-body')?.setAttribute('lang', lang);
    this.#box = boxOf(occasion);
    this.#title = occasion.anchor.getAttribute('title');
    occasion.anchor.removeAttribute('title');
    document.getElementById('content')?.append(this.element);
    this.element.showPopover();
    this.#place();
    this.#size.observe(this.element);
    occasion.trigger.setAttribute('aria-expanded', 'true');
    occasion.trigger.setAttribute('aria-controls', this.element.id);
  }

  get isPinned(): boolean {
    return this.#pin.getAttribute('aria-pressed') === 'true';
  }

  /** What can have the focus in it, in order. */
  get stops(): HTMLElement[] {
    return [...this.element.querySelectorAll<HTMLElement>('a[href], button, summary, [tabindex="0"]')];
  }

  setPinned(isPinned: boolean): void {
    const { left, top } = this.element.getBoundingClientRect();
    this.#pin.setAttribute('aria-pressed', String(isPinned));
    this.element.classList.toggle('is-pinned', isPinned);
    if (!narrow.matches) this.#moveTo(left, top);
  }

  /** Takes it away; the focus goes back to where it came from if it was inside. */
  remove(): void {
    const hadFocus = this.element.contains(document.activeElement);
    const { anchor, trigger } = this.occasion;
    this.#size.disconnect();
    this.element.remove();
    trigger.removeAttribute('aria-expanded');
    trigger.removeAttribute('aria-controls');
    if (this.#title !== null) anchor.setAttribute('title', this.#title);
    if (hadFocus) trigger.focus({ preventScroll: true });
  }

  /** Puts its corner at a place of the window. */
  #moveTo(left: number, top: number): void {
    const scroll = this.isPinned ? { x: 0, y: 0 } : { x: window.scrollX, y: window.scrollY };
    this.element.style.left = `${String(Math.round(left + scroll.x))}px`;
    this.element.style.top = `${String(Math.round(top + scroll.y))}px`;
  }

  /** What scrolls inside of it must be reachable by keyboard. */
  #keepScrollable(): void {
    const scrollers = this.element.querySelectorAll<HTMLElement>(
      '.card-body, pre, .table-scroll, .katex-display',
    );
    for (const scroller of scrollers) {
      const { scrollHeight, clientHeight, scrollWidth, clientWidth } = scroller;
      if (scrollHeight > clientHeight || scrollWidth > clientWidth) scroller.tabIndex = 0;
      else scroller.removeAttribute('tabindex');
    }
  }

  #place(): void {
    this.#keepScrollable();
    const { style } = this.element;
    const { clientWidth: width, clientHeight: height } = document.documentElement;
    const { offsetWidth, offsetHeight } = this.element;
    // Where what it is about stands now.
    const left = this.#box.left + this.#scroll.x - window.scrollX;
    const top = this.#box.top + this.#scroll.y - window.scrollY;
    const bottom = top + this.#box.height;
    if (narrow.matches) {
      style.left = style.top = '';
      const hides = bottom > height - offsetHeight && top > offsetHeight;
      this.element.classList.toggle('is-above', hides);
      return;
    }
    if (this.isPinned) return;
    const below = bottom + gap;
    const above = top - gap - offsetHeight;
    const fitsBelow = below + offsetHeight + edge <= height;
    const wanted = fitsBelow || (above < edge && top < height - bottom) ? below : above;
    this.#moveTo(
      Math.max(edge, Math.min(left - gap, width - offsetWidth - edge)),
      Math.max(edge, Math.min(wanted, height - offsetHeight - edge)),
    );
  }
}
