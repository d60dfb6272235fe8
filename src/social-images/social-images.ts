import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import path from 'node:path';
import { notePage } from '../page-notes.ts';
import type { DiskCache } from '../renditions/disk-cache.ts';
import { fingerprintOf } from '../renditions/fingerprint.ts';
import type { Card } from './card.ts';
import { faceVersions } from './card-faces.ts';
import { CardArtist, type DrawnCard } from './draw-card.ts';
import { readPalette } from './palette.ts';

/** Where the images are in the site, without the base path: with all that never changes under its address. */
const folder = '/_assets/social/';

/** A title with characters that no face has. */
export interface MissingCharacters {
  readonly title: string;
  readonly characters: readonly string[];
}

/** What writing the images took. */
export interface WrittenImages {
  readonly total: number;
  /** Those that no earlier run had drawn. */
  readonly drawn: number;
  readonly missing: readonly MissingCharacters[];
}

/** The images of the last site, by their paths in it. */
export interface LastImages {
  /** Puts one into the new site. @returns whether it could. */
  take(name: string): boolean;
  /** Hears of one that was written now. */
  keep(name: string, png: Uint8Array): void;
}

/**
 * The social images of a site. Pages say what stands on theirs and learn its address, which is made from
 * that and from all that drawing depends on; the images are drawn when the pages are done, or in dev when one
 * is asked for.
 */
export class SocialImages {
  readonly #disk: DiskCache | undefined;
  readonly #version: string;
  readonly #cards = new Map<string, Card>();
  readonly #artist = new CardArtist();

  /** @param disk without one, nothing is kept. */
  constructor(disk: DiskCache | undefined) {
    const fingerprint = fingerprintOf(new URL('draw-card.ts', import.meta.url));
    this.#disk = fingerprint === undefined ? undefined : disk;
    this.#version = JSON.stringify([fingerprint, faceVersions(), readPalette('light'), readPalette('dark')]);
  }

  /**
   * Asks for an image.
   *
   * @returns its path, without the base path.
   */
  add(card: Card): string {
    const hash = createHash('sha256').update(this.#version).update(JSON.stringify(card)).digest('hex');
    const name = hash.slice(0, 20);
    this.#cards.set(name, card);
    notePage({ kind: 'card', card });
    return `${folder}${name}.png`;
  }

  /** The image of a path, where a page has asked for it. */
  async read(address: string): Promise<Buffer | undefined> {
    const name = address.slice(folder.length, -'.png'.length);
    const card = address === `${folder}${name}.png` ? this.#cards.get(name) : undefined;
    return card && (await this.#draw(name, card)).png;
  }

  /**
   * Writes all images that were asked for into the folder of a site.
   *
   * @param onWritten called with the number of those written so far.
   * @param last spares what the last site has.
   */
  async write(
    site: string,
    onWritten: (done: number, total: number) => void,
    last?: LastImages,
  ): Promise<WrittenImages> {
    const total = this.#cards.size;
    const target = path.join(site, folder);
    if (total > 0) mkdirSync(target, { recursive: true });
    const missing: MissingCharacters[] = [];
    const waiting = this.#cards.entries();
    let [done, drawn] = [0, 0];
    const work = async (): Promise<void> => {
      for (const [name, card] of waiting) {
        const inSite = `${folder.slice(1)}${name}.png`;
        if (!last?.take(inSite)) {
          const image = await this.#draw(name, card);
          writeFileSync(path.join(target, `${name}.png`), image.png);
          if (image.isNew) drawn += 1;
          if (image.missing.length > 0) missing.push({ title: card.title, characters: image.missing });
          else last?.keep(inSite, image.png);
        }
        onWritten((done += 1), total);
      }
    };
    await Promise.all(Array.from({ length: availableParallelism() }, work));
    this.#disk?.save();
    return { total, drawn, missing: missing.toSorted((a, b) => (a.title < b.title ? -1 : 1)) };
  }

  async #draw(name: string, card: Card): Promise<DrawnCard & { readonly isNew: boolean }> {
    const kept = this.#disk?.get(name);
    if (kept !== undefined) return { png: Buffer.from(kept, 'base64'), missing: [], isNew: false };
    const image = await this.#artist.draw(card);
    // One with an empty box is drawn again each time, so that it is spoken of each time.
    if (image.missing.length === 0) this.#disk?.set(name, image.png.toString('base64'));
    return { ...image, isNew: true };
  }
}
