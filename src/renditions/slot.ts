import type { CodeRendition } from './code.ts';
import type { DiagramRendition } from './diagram-kinds.ts';
import type { Formula } from './formula.ts';

/** Anything that is rendered once and kept by key. */
export type Rendition = Formula | CodeRendition | DiagramRendition;

/** The empty element that stands for a rendition until a page is printed. */
export const slotProperties = (key: string): { dataSlot: string } => ({ dataSlot: key });

const slot = /<span data-slot="([\w-]+)"><\/span>/gu;

/** Any rendition, by key; the part of the store that filling needs. */
export interface RenditionSource {
  find(key: string): Rendition | undefined;
}

/** What a page needs of the store besides. */
export interface PageSource extends RenditionSource {
  cssOf(keys: Iterable<string>): string;
}

/**
 * Puts renditions where their slots are.
 *
 * `<p>当 <span data-slot="mXY"></span> 时</p>` → `<p>当 <span class="katex">…</span> 时</p>`
 *
 * @param pick what of a rendition to take: its HTML for pages, its text for search.
 * @param which slots to fill, with the key as their group; all without it.
 * @throws {Error} when a slot has no rendition: a page with a hole must never be published.
 */
export function fillSlots(
  html: string,
  source: RenditionSource,
  pick: (rendition: Rendition, key: string) => string,
  which = slot,
): string {
  return html.replace(which, (_element, key: string) => {
    const rendition = source.find(key);
    if (!rendition) throw new Error(`No rendition is known for the slot ${key}.`);
    return pick(rendition, key);
  });
}

const slotOfFigure = /<span data-slot="([cd][\w-]*)"><\/span>/gu;

/**
 * Puts code and diagrams, which are figures of an article, where their slots are, and leaves those of formulas.
 *
 * @throws {Error} as {@link fillSlots} does.
 */
export const fillFigures = (html: string, source: RenditionSource): string =>
  fillSlots(html, source, (rendition) => rendition.html, slotOfFigure);

interface PageStyles {
  /** The element that carries the rules: a `<style>`, or a link to a file. */
  readonly print?: (css: string) => string;
  /** Rules of the page's own, which come first. */
  readonly own?: string;
}

/**
 * Fills the slots of a whole page with HTML, and gives the page the rules that just these renditions
 * need, at the end of its head. A fragment without a head gets them before all else.
 *
 * @throws {Error} as {@link fillSlots} does.
 */
export function fillPage(
  html: string,
  source: PageSource,
  { print = (css) => `<style>${css}</style>`, own = '' }: PageStyles = {},
): string {
  const keys = new Set<string>();
  const filled = fillSlots(html, source, (rendition, key) => {
    keys.add(key);
    return rendition.html;
  });
  const css = own + source.cssOf(keys);
  if (css === '') return filled;
  const style = print(css);
  const end = filled.indexOf('</head>');
  return end < 0 ? style + filled : filled.slice(0, end) + style + filled.slice(end);
}
