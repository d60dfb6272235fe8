import type { CopyAddress, MarkdownCopy } from '../markdown-copies.ts';

/** The image files that an article's copy shows, for Astro, which knows where it puts them. */
export function imagesOf(copy: MarkdownCopy): { path: string; file: string }[] {
  const isImage = (piece: string | CopyAddress): piece is CopyAddress =>
    typeof piece !== 'string' && piece.kind === 'image';
  const paths = new Set(copy.filter(isImage).map(({ url }) => url));
  return [...paths].map((path) => ({ path, file: path }));
}
