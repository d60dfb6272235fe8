import { adoptStyles } from './adopt-styles.ts';
import { bareChildren, bareClone } from './bare-clone.ts';
import { button, element } from './elements.ts';
import styles from './figure-zoom.css?inline';
import { words } from './reading-words.ts';
import { figures } from './reading-triggers.ts';

type Media = HTMLImageElement | SVGSVGElement;

const isMedia = (found: Element): found is Media =>
  found instanceof HTMLImageElement || found instanceof SVGSVGElement;

/** Drawings can be any size. */
const isDrawing = (media: Media): boolean =>
  media instanceof SVGSVGElement || /\.svg(?:[?#]|$)/iu.test(media.currentSrc || media.src);

/** Whether there is more to see than is shown: a drawing, or an image that is shown smaller than it is. */
function isWorthIt(media: Media): boolean {
  if (media.closest('a, .katex, button')) return false;
  return (
    isDrawing(media) || (media instanceof HTMLImageElement && media.naturalWidth > media.clientWidth * 1.1)
  );
}

const captionOf = (media: Media): Element | null =>
  media.closest('figure')?.querySelector(':scope > figcaption') ??
  media.closest('figure')?.parentElement?.closest('figure')?.querySelector(':scope > figcaption') ??
  null;

const nameOf = (media: Media): string => {
  const own = media instanceof HTMLImageElement ? media.alt : media.querySelector('title')?.textContent;
  return own || captionOf(media)?.textContent.trim() || words.enlarged;
};

/** Shows one figure as large as the window. */
function showLarge(media: Media, opener: HTMLElement): void {
  const large = bareClone<Media>(media);
  for (const name of ['loading', 'sizes', 'width', 'height', 'class']) large.removeAttribute(name);
  if (isDrawing(media)) large.classList.add('is-drawing');
  if (media instanceof SVGSVGElement) large.setAttribute('viewBox', media.getAttribute('viewBox') ?? '');
  const stage = element('div', { class: 'zoom-stage' }, large);
  const close = button(
    words.close,
    () => {
      dialog.close();
    },
    { autofocus: true },
  );
  const actual = button(
    words.actualSize,
    () => {
      const isActual = stage.classList.toggle('is-actual');
      actual.setAttribute('aria-pressed', String(isActual));
    },
    { 'aria-pressed': 'false' },
  );
  const caption = captionOf(media);
  const dialog = element(
    'dialog',
    { class: 'zoom', 'aria-label': nameOf(media) },
    stage,
    element(
      'div',
      { class: 'zoom-foot' },
      element('div', { class: 'zoom-caption' }, ...(caption ? bareChildren(caption) : [])),
      actual,
      close,
    ),
  );
  dialog.addEventListener('click', ({ target }) => {
    if (target instanceof Element && !target.closest('.zoom-foot')) dialog.close();
  });
  dialog.addEventListener('close', () => {
    dialog.remove();
    opener.focus({ preventScroll: true });
  });
  document.body.append(dialog);
  dialog.showModal();
  const isCut = (): boolean =>
    large instanceof HTMLImageElement && large.naturalWidth > large.clientWidth + 1;
  // The same file, which is there already: its size is known at once, or a moment later,
  // which may be after a reader has asked for its full size, and then it is cut no more.
  const offerActual = (): void => {
    if (stage.classList.contains('is-actual')) return;
    actual.hidden = isDrawing(media) || !isCut();
    // What scrolls must be reachable by keyboard.
    if (!actual.hidden) stage.tabIndex = 0;
  };
  offerActual();
  large.addEventListener('load', offerActual);
}

/** Makes a figure open large by click, and by a button that has its name. */
function offerZoom(media: Media): void {
  media.classList.add('is-zoomable');
  const opener = button(
    '',
    () => {
      showLarge(media, opener);
    },
    { class: 'zoom-open', 'aria-label': `${words.enlarge}：${nameOf(media)}`, 'aria-haspopup': 'dialog' },
  );
  media.addEventListener('click', () => {
    showLarge(media, opener);
  });
  media.parentElement?.classList.add('has-zoom');
  media.after(opener);
}

/**
 * Makes figures of which there is more to see open over the whole window.
 *
 * @param first the event that asked for it: a click opens its figure at once.
 */
export function setUpZoom(article: HTMLElement, first: Event | undefined): void {
  adoptStyles(styles);
  const offered = new WeakSet<Media>();
  const offer = (found: Element): void => {
    if (!isMedia(found) || offered.has(found) || !isWorthIt(found)) return;
    offered.add(found);
    offerZoom(found);
  };
  // An image that has not come yet has no size, and one may be shown larger when the window grows.
  const sizes = new ResizeObserver((entries) => {
    for (const { target } of entries) offer(target);
  });
  for (const media of article.querySelectorAll<HTMLElement | SVGElement>(figures)) {
    sizes.observe(media);
    media.addEventListener('load', () => {
      offer(media);
    });
    offer(media);
  }
  if (first?.type === 'click' && first.target instanceof Element) {
    const media = first.target.closest(figures);
    if (media && isMedia(media) && offered.has(media)) media.dispatchEvent(new MouseEvent('click'));
  }
}
