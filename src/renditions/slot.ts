import type { CodeRendition } from './code.ts';
import type { Formula } from './formula.ts';

/** The empty element that stands for a rendition until a page is printed. */
export const slotProperties = (key: string): { dataSlot: string } => ({ dataSlot: key });

const slot = /<span data-slot="([\w-]+)"><\/span>/gu;

/** Any rendition, by key; the part of the store that filling needs. */
export interface RenditionSource {
  find(key: string): Formula | CodeRendition | undefined;
}

/**
 * Puts renditions where their slots are.
 *
 * `<p>当 <span data-slot="mXY"></span> 时</p>` → `<p>当 <span class="katex">…</span> 时</p>`
 *
 * @param pick what of a rendition to take: its HTML for pages, its text for search.
 * @throws {Error} when a slot has no rendition: a page with a hole must never be published.
 */
export function fillSlots(
  html: string,
  source: RenditionSource,
  pick: (rendition: Formula | CodeRendition) => string,
): string {
  return html.replace(slot, (_element, key: string) => {
    const rendition = source.find(key);
    if (!rendition) throw new Error(`No rendition is known for the slot ${key}.`);
    return pick(rendition);
  });
}
