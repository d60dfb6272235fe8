import { processWide } from '../process-wide.ts';
import type { SocialImages } from './social-images.ts';

const holder = (): { images: SocialImages | undefined } =>
  processWide('socialImages', () => ({ images: undefined as SocialImages | undefined }));

/** Lets the pages of this process have social images. */
export function offerSocialImages(images: SocialImages): void {
  holder().images = images;
}

/** The images of this process; none where the site does without. Nothing that draws is imported. */
export const processSocialImages = (): SocialImages | undefined => holder().images;
