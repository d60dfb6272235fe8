/** The note in the margin that says what a footnote's reference would show, where all of it is in view. */
export function sidenoteOf(reference: HTMLElement): HTMLElement | undefined {
  if (!reference.matches('[data-footnote-ref]')) return undefined;
  const id = reference.getAttribute('href')?.slice(1) ?? '';
  const note = document.querySelector<HTMLElement>(`.sidenote[data-note="${CSS.escape(id)}"]`);
  if (!note?.checkVisibility({ visibilityProperty: true })) return undefined;
  const { top, bottom } = note.getBoundingClientRect();
  return top >= 0 && bottom <= window.innerHeight ? note : undefined;
}
