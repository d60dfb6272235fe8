import { element } from './elements.ts';

/** Time without news before a screen reader is told, in milliseconds. */
const pause = 600;

/** A polite live region that says only the last of what happens in quick succession. */
export class LiveRegion {
  readonly element = element('p', { class: 'visually-hidden', role: 'status' });
  #timer: ReturnType<typeof setTimeout> | undefined;

  say(text: string): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      this.element.textContent = text;
    }, pause);
  }
}
