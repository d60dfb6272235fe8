import { adoptStyles } from './adopt-styles.ts';
import { Card, type Occasion } from './card.ts';
import { contentFor, symbolUses } from './card-content.ts';
import { focusOf, setUpStops } from './card-stops.ts';
import styles from './cards.css?inline';
import { isTap, triggers } from './reading-triggers.ts';
import { sidenoteOf } from './margin-note.ts';

/** Time that a pointer or the focus rests before a card opens, and that it may be away, in milliseconds. */
const rest = 300;
const away = 250;

/** The cards of a page: one that comes and goes, and those that were pinned. */
class Cards {
  #current: Card | undefined;
  readonly #pinned = new Set<Card>();
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** What is to have a card next: an answer that comes for anything else comes too late. */
  #wanted: HTMLElement | undefined;
  /** The focus came back from a card, which is no reason to open it again. */
  #isReturning = false;

  get #all(): Card[] {
    return [...(this.#current ? [this.#current] : []), ...[...this.#pinned].toReversed()];
  }

  /** The open card about a link or symbol. */
  cardOf(anchor: HTMLElement): Card | undefined {
    return this.#all.find(({ occasion }) => occasion.anchor === anchor || occasion.trigger === anchor);
  }

  /** Opens a card once its time has come. */
  schedule(occasion: Occasion): void {
    clearTimeout(this.#timer);
    this.#wanted = occasion.anchor;
    if (this.#isReturning || this.cardOf(occasion.anchor)) return;
    this.#timer = setTimeout(() => void this.open(occasion), rest);
  }

  /** Opens a card at once; whether there is one to open. */
  async open(occasion: Occasion): Promise<boolean> {
    clearTimeout(this.#timer);
    this.#wanted = occasion.anchor;
    const margin = sidenoteOf(occasion.anchor);
    if (margin) {
      this.close();
      margin.classList.add('is-asked');
      return true;
    }
    const content = await contentFor(occasion.anchor);
    if (this.#wanted !== occasion.anchor) return true;
    if (!content) return false;
    this.close();
    this.#current = new Card(occasion, content, (card) => {
      this.close(card);
    });
    this.#current.element.addEventListener('pointerenter', () => {
      clearTimeout(this.#timer);
    });
    this.#current.element.addEventListener('pointerleave', ({ pointerType }) => {
      if (pointerType === 'mouse') this.leave();
    });
    this.#mark();
    return true;
  }

  /** The pointer or the focus has left: a card that is not pinned goes, unless somebody is in it by then. */
  leave(): void {
    clearTimeout(this.#timer);
    this.#wanted = undefined;
    for (const note of document.querySelectorAll('.sidenote.is-asked')) note.classList.remove('is-asked');
    this.#timer = setTimeout(() => {
      const { activeElement } = document;
      const card = this.#current;
      if (!card || card.element.contains(activeElement)) return;
      if (card.occasion.trigger === activeElement && activeElement.matches(':focus-visible')) return;
      this.close();
    }, away);
  }

  close(card = this.#current): void {
    if (!card) return;
    if (card === this.#current) this.#current = undefined;
    this.#pinned.delete(card);
    this.#isReturning = true;
    card.remove();
    this.#isReturning = false;
    this.#mark();
  }

  /** Keeps a card until it is closed. */
  pin(card: Card): void {
    card.setPinned(true);
    this.sort(card);
  }

  /** Files a card by whether it is pinned. */
  sort(card: Card): void {
    if (card.isPinned) {
      this.#pinned.add(card);
      if (card === this.#current) this.#current = undefined;
    } else if (this.#pinned.delete(card)) {
      if (this.#current) this.close();
      this.#current = card;
    }
  }

  /** The card that an element is in. */
  around(element: Node | null): Card | undefined {
    return this.#all.find((card) => card.element.contains(element));
  }

  /** Closes the card that is not pinned, or else the one with the focus in it, or the newest; whether there was one. */
  escape(): boolean {
    clearTimeout(this.#timer);
    const card = this.#current ?? this.around(document.activeElement) ?? this.#all[0];
    this.close(card);
    return card !== undefined;
  }

  /** Puts the focus on what a card was opened for. */
  returnFrom(card: Card): void {
    this.#isReturning = true;
    card.occasion.trigger.focus({ preventScroll: true });
    this.#isReturning = false;
  }

  #mark(): void {
    const open = new Set(this.#all.map(({ symbol }) => symbol));
    for (const use of symbolUses()) use.classList.toggle('is-use', open.has(use.dataset.symbol));
  }
}

/** Keys while cards are open: Escape closes one, Tab goes in and out of it as if it stood behind its link. */
function onKey(cards: Cards, event: KeyboardEvent): void {
  if (event.defaultPrevented || document.querySelector('dialog:modal')) return;
  if (event.key === 'Escape') {
    if (cards.escape()) event.preventDefault();
    return;
  }
  if (event.key !== 'Tab' || !(event.target instanceof HTMLElement)) return;
  const inside = cards.around(event.target);
  if (!inside) {
    const [first] = event.shiftKey ? [] : (cards.cardOf(event.target)?.stops ?? []);
    if (!first) return;
    event.preventDefault();
    first.focus();
    return;
  }
  const { stops } = inside;
  if (event.target !== (event.shiftKey ? stops[0] : stops.at(-1))) return;
  // From its link the browser itself goes on to what comes next.
  cards.returnFrom(inside);
  if (event.shiftKey) event.preventDefault();
}

const triggerAt = ({ target }: Event): HTMLElement | null =>
  target instanceof Element ? target.closest<HTMLElement>(triggers) : null;

/** Makes an article's links, symbols and terms show their cards, from the event on that asked for it. */
export function setUpCards(article: HTMLElement, first?: Event): void {
  adoptStyles(styles);
  const cards = new Cards();

  const onPointerOver = (event: PointerEvent): void => {
    if (event.pointerType !== 'mouse') return;
    const anchor = triggerAt(event);
    if (!anchor) return;
    const pointer = { x: event.clientX, y: event.clientY };
    cards.schedule({ anchor, trigger: focusOf(anchor), pointer });
  };
  const onFocus = (event: FocusEvent): void => {
    const anchor = triggerAt(event);
    if (anchor?.matches(':focus-visible')) cards.schedule({ anchor, trigger: anchor });
  };
  const onClick = (event: PointerEvent): void => {
    const anchor = triggerAt(event);
    if (!anchor || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const isLink = anchor instanceof HTMLAnchorElement;
    // A mouse and a key follow a link; a finger cannot hover, so that its first tap shows the card.
    if (isLink && !isTap(event)) {
      cards.close();
      cards.leave();
      return;
    }
    event.preventDefault();
    const open = cards.cardOf(anchor);
    if (open) {
      cards.pin(open);
      return;
    }
    const pointer = { x: event.clientX, y: event.clientY };
    void cards.open({ anchor, trigger: focusOf(anchor), pointer }).then((hasCard) => {
      if (!hasCard && isLink) location.assign(anchor.href);
    });
  };

  article.addEventListener('pointerover', onPointerOver);
  article.addEventListener('pointerout', (event) => {
    if (event.pointerType === 'mouse' && triggerAt(event)) cards.leave();
  });
  article.addEventListener('focusin', onFocus);
  article.addEventListener('focusout', (event) => {
    if (triggerAt(event)) cards.leave();
  });
  article.addEventListener('click', onClick);
  document.addEventListener('pointerdown', ({ target }) => {
    if (!(target instanceof Element) || cards.around(target)) return;
    if (!target.closest(triggers)) cards.leave();
  });
  document.addEventListener('click', ({ target }) => {
    const card = target instanceof Element ? cards.around(target) : undefined;
    if (!card || !(target instanceof Element)) return;
    cards.sort(card);
    if (target.closest('a[href^="#"]') && !card.isPinned) cards.close(card);
  });
  document.addEventListener('focusout', ({ target, relatedTarget }) => {
    if (!(target instanceof Node) || !cards.around(target)) return;
    if (!(relatedTarget instanceof Node) || !cards.around(relatedTarget)) cards.leave();
  });
  document.addEventListener('keydown', (event) => {
    onKey(cards, event);
  });
  setUpStops(article, {
    rest: (anchor, trigger) => {
      cards.schedule({ anchor, trigger });
    },
    leave: () => {
      cards.leave();
    },
    choose: (anchor, trigger) => {
      const open = cards.cardOf(trigger);
      if (open) cards.pin(open);
      else void cards.open({ anchor, trigger });
    },
  });

  if (!first) return;
  if (first instanceof PointerEvent && first.type === 'click') onClick(first);
  // While this was loaded the reader may have gone on.
  else if (first instanceof PointerEvent && triggerAt(first)?.matches(':hover')) onPointerOver(first);
  else if (first instanceof FocusEvent && triggerAt(first)?.matches(':focus')) onFocus(first);
}
