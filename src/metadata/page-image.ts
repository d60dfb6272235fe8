/** The picture that stands for a page where it is shared. */
export interface PageImage {
  /** Address of a PNG or JPEG, with the base path. */
  readonly url: string;
  /** What it shows, in words. */
  readonly alt: string;
  /** Pixels. */
  readonly width: number;
  readonly height: number;
}
