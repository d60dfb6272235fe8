import { processWide } from './process-wide.ts';

/** Something that a page leaves beside itself while it is printed, as plain data. */
export type PageNote =
  /** A style sheet of formulas, or data for scripts. */
  | { readonly kind: 'file'; readonly name: string }
  /** Hashes of what stands inline in it, for response headers. */
  | { readonly kind: 'inline'; readonly scripts: readonly string[]; readonly styles: readonly string[] }
  /** An image file that was asked for, and the address that it got; or one that is shown as it is. */
  | { readonly kind: 'image'; readonly asked: ImageRequest; readonly url: string }
  | { readonly kind: 'image-as-it-is'; readonly file: string }
  /** A social image that is to be drawn. */
  | { readonly kind: 'card'; readonly card: object };

/** How Astro is asked for an image of an article: what of it, by which properties its name is made, its file. */
export type ImageRequest = readonly [transform: object, hashed: readonly string[], file: string | undefined];

interface Notes {
  readonly all: PageNote[];
  /** Whether the page has looked at more than it was given. */
  looksAround: boolean;
}

const current = (): { notes: Notes | undefined } =>
  processWide('pageNotes', () => ({ notes: undefined as Notes | undefined }));

/** Writes down what the page that is being printed leaves beside itself. */
export function notePage(note: PageNote): void {
  current().notes?.all.push(note);
}

/** Says that the page that is being printed depends on content that it was not given. */
export function noteLook(): void {
  const { notes } = current();
  if (notes) notes.looksAround = true;
}

/**
 * Prints a page.
 *
 * @returns what it left beside itself; nothing where it has looked around, so that nobody can tell when it
 *   would be another one.
 * @throws {Error} while another page is being printed: nobody could tell their notes apart.
 */
export async function withNotes<Page>(
  print: () => Promise<Page>,
): Promise<{ page: Page; notes: readonly PageNote[] | undefined }> {
  const holder = current();
  if (holder.notes) throw new Error('Pages are printed one after the other.');
  const notes: Notes = { all: [], looksAround: false };
  holder.notes = notes;
  try {
    const page = await print();
    return { page, notes: notes.looksAround ? undefined : notes.all };
  } finally {
    holder.notes = undefined;
  }
}
