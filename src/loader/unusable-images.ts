import path from 'node:path';
import type { ArticleContext } from '../markdown/context.ts';
import type { ImageChecker } from './image-check.ts';
import { isKeptPicture } from './kept-pictures.ts';

/** Checks the image files that an article shows, and says which of them cannot be shown. */
export async function unusableImages(
  { images, absolutePath, report }: ArticleContext,
  checker: ImageChecker,
): Promise<ReadonlySet<string>> {
  const unusable = new Set<string>();
  for (const { url, place } of images) {
    const file = path.resolve(path.dirname(absolutePath), decodeURI(url));
    const name = isKeptPicture(file) ? path.basename(file) : url;
    for (const problem of await checker.check(file, name)) {
      report({ ...problem, ...place });
      if (problem.rule === 'image/corrupt' || problem.rule === 'image/too-large') unusable.add(file);
    }
  }
  return unusable;
}
