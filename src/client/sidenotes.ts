import { adoptStyles } from './adopt-styles.ts';
import { bareChildren } from './bare-clone.ts';
import { element } from './elements.ts';
import { type Note, placeNotes, type Stretch } from './place-notes.ts';
import styles from './sidenotes.css?inline';

/** Space between two notes, and around figures, in pixels. */
const gap = 16;

/** A footnote beside the text. */
interface Sidenote {
  readonly reference: HTMLElement;
  readonly element: HTMLElement;
}

/**
 * A copy of each footnote for its first reference. Screen readers and the keyboard have the footnotes
 * themselves, at the end of the article, where the references lead: the copies are hidden from both, so that
 * nothing is read or visited twice.
 */
function notesOf(article: HTMLElement): Sidenote[] {
  const seen = new Set<string>();
  return [...article.querySelectorAll<HTMLAnchorElement>('a[data-footnote-ref]')].flatMap((reference) => {
    const id = decodeURIComponent(reference.hash.slice(1));
    const footnote = document.getElementById(id);
    if (!footnote || seen.has(id)) return [];
    seen.add(id);
    const number = element('span', { class: 'sidenote-number' }, reference.textContent);
    const copies = bareChildren(footnote);
    const first = copies.find((node) => node instanceof HTMLParagraphElement);
    first?.insertBefore(number, first.firstChild);
    const note = element(
      'div',
      { class: 'sidenote prose', 'data-note': reference.getAttribute('href')?.slice(1) ?? '' },
      ...(first ? [] : [number]),
      ...copies,
    );
    for (const stop of note.querySelectorAll<HTMLElement>('a[href], summary, pre')) stop.tabIndex = -1;
    note.addEventListener('pointerenter', () => {
      reference.classList.add('is-asked');
    });
    note.addEventListener('pointerleave', () => {
      reference.classList.remove('is-asked');
    });
    return [{ reference, element: note }];
  });
}

/** What else stands in the margin: what is above the text, figures put there, those wider than the text. */
function takenBy(article: HTMLElement, left: number, origin: number): Stretch[] {
  const wide = article.querySelectorAll('.layout-margin, .layout-outset, .layout-page, .layout-screen');
  const figures = [...wide].flatMap((block) => {
    const { top, bottom, right, height } = block.getBoundingClientRect();
    return height === 0 || right <= left ? [] : [{ top: top - origin, bottom: bottom - origin }];
  });
  return [{ top: Number.NEGATIVE_INFINITY, bottom: -gap }, ...figures];
}

/** Puts the footnotes of an article beside their references, wherever the window has a margin for them. */
export function setUpSidenotes(article: HTMLElement, withMargin: MediaQueryList): void {
  const notes = notesOf(article);
  if (notes.length === 0 || !article.parentElement) return;
  adoptStyles(styles);
  const column = element('div', { class: 'sidenotes', 'aria-hidden': 'true' });
  column.append(...notes.map(({ element: note }) => note));

  function place(): void {
    if (!withMargin.matches || !column.parentElement) return;
    const text = article.getBoundingClientRect();
    const parent = column.parentElement.getBoundingClientRect();
    const rem = Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
    const left = text.right + 3.5 * rem;
    const origin = text.top;
    column.style.transform = `translate(${String(left - parent.left)}px, ${String(origin - parent.top)}px)`;
    const shown = notes.filter(({ reference, element: note }) => {
      const isShown = reference.checkVisibility({ contentVisibilityAuto: false, visibilityProperty: true });
      note.hidden = !isShown;
      return isShown;
    });
    const wanted = shown.map(({ reference, element: note }): Note => ({
      wanted: reference.getBoundingClientRect().top - origin,
      height: note.offsetHeight,
    }));
    const tops = placeNotes(wanted, takenBy(article, left, origin), gap);
    shown.forEach(({ element: note }, index) => {
      // Moving by transform shifts no layout.
      note.style.transform = `translateY(${String(Math.round(tops[index] ?? 0))}px)`;
    });
  }

  let isDue = false;
  const placeSoon = (): void => {
    if (isDue) return;
    isDue = true;
    requestAnimationFrame(() => {
      isDue = false;
      place();
    });
  };
  // Before the faces are there every height would be measured twice.
  void document.fonts.ready.then(() => {
    article.after(column);
    place();
    const sizes = new ResizeObserver(placeSoon);
    for (const watched of [article, ...notes.map(({ element: note }) => note)]) sizes.observe(watched);
    // Disclosures and tabs move text also where the article keeps its height.
    new MutationObserver(placeSoon).observe(article, {
      subtree: true,
      attributeFilter: ['open', 'hidden'],
    });
    withMargin.addEventListener('change', placeSoon);
    window.addEventListener('resize', placeSoon);
    document.fonts.addEventListener('loadingdone', placeSoon);
  });
}
