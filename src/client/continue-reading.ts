import { adoptStyles } from './adopt-styles.ts';
import styles from './continue-reading.css?inline';
import { button, element } from './elements.ts';

/**
 * Offers to go on where the article was left. It lies over the page and moves nothing in it.
 *
 * @param entry link of the table of contents to that place.
 * @param contents element with the words of the offer.
 */
export function offerToContinue(entry: HTMLAnchorElement, contents: HTMLElement): { remove(): void } {
  adoptStyles(styles);
  const { continue: label = '', close = '' } = contents.dataset;
  const link = element('a', { href: entry.getAttribute('href') ?? '' }, `${label} `);
  link.append(...entry.cloneNode(true).childNodes);
  const offer = element('aside', { class: 'continue-reading', 'aria-label': label }, link);
  const remove = (): void => {
    offer.remove();
  };
  link.addEventListener('click', remove);
  offer.append(button('×', remove, { 'aria-label': close }));
  offer.addEventListener('keydown', ({ key }) => {
    if (key === 'Escape') remove();
  });
  document.querySelector('main')?.prepend(offer);
  return { remove };
}
