import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { KeepPicture } from '../notebooks/pictures.ts';
import { cacheRootOf } from './content-settings.ts';
import { sanitiseSvg, SvgError } from './svg-sanitiser.ts';

/** The folder of pictures that came out of notebooks. */
const folderOfPictures = (): string => path.join(cacheRootOf(), 'pictures');

/** Whether a file is one of them, whose name says nothing to an author. */
export const isKeptPicture = (file: string): boolean => file.startsWith(folderOfPictures() + path.sep);

const drawing = (bytes: Uint8Array): Uint8Array | undefined => {
  try {
    const { svg, hasSize } = sanitiseSvg(Buffer.from(bytes).toString('utf8'));
    return hasSize ? Buffer.from(svg) : undefined;
  } catch (error) {
    if (error instanceof SvgError) return undefined;
    throw error;
  }
};

/**
 * Keeps pictures as files, named by their content, outside of the content folder, which may not be
 * writable. Drawings are kept without what they must not do.
 *
 * @param article the file that shows them, from which their addresses begin.
 */
export const keepPictures =
  (article: string): KeepPicture =>
  ({ bytes, extension }) => {
    const content = extension === 'svg' ? drawing(bytes) : bytes;
    if (!content || content.length === 0) return undefined;
    const folder = folderOfPictures();
    const hash = createHash('sha256').update(content).digest('hex').slice(0, 16);
    const file = path.join(folder, `picture-${hash}.${extension}`);
    if (!existsSync(file)) {
      mkdirSync(folder, { recursive: true });
      // Another thread or process may write the same.
      const own = `${file}.${String(process.pid)}-${hash}${Math.random().toString(36).slice(2)}`;
      writeFileSync(own, content);
      renameSync(own, file);
    }
    const relative = path.relative(path.dirname(article), file).split(path.sep).join('/');
    return encodeURI(relative).replaceAll('(', '%28').replaceAll(')', '%29');
  };
