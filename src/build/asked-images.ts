import { type ImageRequest, notePage } from '../page-notes.ts';

/** Where Astro's own modules, and those that print pages, ask for images. */
interface ImageDesk {
  addStaticImage?: (...asked: ImageRequest) => string;
  recordReferencedImage?: (file: string) => void;
  referencedImages?: Set<string>;
}

const place = globalThis as unknown as { astroAsset: ImageDesk | undefined };

/** Addresses of images by what was asked. */
export type KnownImages = ReadonlyMap<string, string>;

const keyOf = (asked: ImageRequest): string => JSON.stringify(asked);

/**
 * Writes down which images pages ask for, while Astro answers.
 *
 * @returns what was asked so far, and the answers.
 */
export function watchImages(): KnownImages {
  const known = new Map<string, string>();
  const desk = place.astroAsset;
  const { addStaticImage, recordReferencedImage } = desk ?? {};
  if (!desk || !addStaticImage) return known;
  desk.addStaticImage = (...asked) => {
    // What Astro is given is used further.
    const copy = JSON.parse(keyOf(asked)) as ImageRequest;
    const url = addStaticImage(...asked);
    known.set(keyOf(copy), url);
    notePage({ kind: 'image', asked: copy, url });
    return url;
  };
  desk.recordReferencedImage = (file) => {
    notePage({ kind: 'image-as-it-is', file });
    recordReferencedImage?.(file);
  };
  return known;
}

/** Images that pages ask for where Astro is not there to make them. */
export class ImagesOfLastBuild {
  /** Addresses of those that were asked for. */
  readonly urls = new Set<string>();
  /** Whether one was asked for that the last build did not make. */
  isMissingOne = false;

  constructor(known: KnownImages) {
    place.astroAsset = {
      addStaticImage: (...asked) => {
        const copy = JSON.parse(keyOf(asked)) as ImageRequest;
        const url = known.get(keyOf(copy));
        if (url === undefined) this.isMissingOne = true;
        else {
          this.urls.add(url);
          notePage({ kind: 'image', asked: copy, url });
        }
        return url ?? '';
      },
      recordReferencedImage: (file) => {
        notePage({ kind: 'image-as-it-is', file });
      },
      referencedImages: new Set(),
    };
  }

  /** Gives Astro its place back. */
  end(): void {
    place.astroAsset = undefined;
  }
}

/** Asks again for an image that a page which is not printed has asked for. @returns whether the answer is the same. */
export const askAgain = (asked: ImageRequest, url: string): boolean =>
  place.astroAsset?.addStaticImage?.(...asked) === url;

/** Says again that a page shows an image as it is. */
export function showAgain(file: string): void {
  place.astroAsset?.referencedImages?.add(file);
  place.astroAsset?.recordReferencedImage?.(file);
}
