/** What only the original may have: what acts on it, or leads back to where a reader comes from. */
const parts =
  'button, script, template, .self-link, .tab-list, .card-stops, [data-footnote-backref], .reference-back';

/**
 * A copy of a part of the article to show elsewhere: without ids, so that they stay unique, and without
 * controls. References inside of it (`aria-labelledby`, `url(#…)`) still find the originals.
 */
export function bareClone<T extends Node>(original: T): T {
  const clone = original.cloneNode(true) as T;
  if (!(clone instanceof Element)) return clone;
  for (const part of clone.querySelectorAll(parts)) part.remove();
  for (const element of [clone, ...clone.querySelectorAll('*')]) {
    element.removeAttribute('id');
    element.removeAttribute('tabindex');
    if (element.matches('.table-scroll')) {
      element.removeAttribute('role');
      element.removeAttribute('aria-label');
    }
    // A number that was a link to its own block is just a number here.
    if (element.matches('a.label-number')) element.removeAttribute('href');
    for (const name of [...element.classList]) {
      if (/^(?:layout-|is-use$)/u.test(name)) element.classList.remove(name);
    }
  }
  return clone;
}

/** Copies of all that is inside of an element. */
export const bareChildren = (original: Element): Node[] => [...bareClone(original).childNodes];
