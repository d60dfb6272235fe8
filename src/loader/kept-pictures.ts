import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { KeepPicture } from '../notebooks/pictures.ts';
import { cacheRootOf } from './content-settings.ts';
import { sanitiseSvg, SvgError } from './svg-sanitiser.ts';

/** The folder of pictures that came out of notebooks. */
const folderOfPictures = (): string => path.join(cacheRootOf(), 'pictures');

/** Whether a file is one of them, whose name says nothing to an author. */
export const isKeptPicture = (file: string): boolean => file.startsWith(folderOfPictures() + path.sep);

const millisecondsADay = 24 * 60 * 60 * 1000;

/** Days after which a picture goes that no run has shown. */
const keptDays = 60;

/** Days since a file was written, or was last used; nothing where it is not there. */
function ageOf(file: string): number | undefined {
  const stats = statSync(file, { throwIfNoEntry: false });
  return stats && (Date.now() - stats.mtimeMs) / millisecondsADay;
}

/** Folders that this process has looked through. */
const pruned = new Set<string>();

/** Removes pictures that no notebook shows any more; what is used all the same is written anew. */
function prune(folder: string): void {
  if (pruned.has(folder)) return;
  pruned.add(folder);
  try {
    for (const name of readdirSync(folder)) {
      const file = path.join(folder, name);
      if ((ageOf(file) ?? 0) > keptDays) rmSync(file, { force: true });
    }
  } catch {
    // There is no such folder yet, or it may not be written to.
  }
}

/** Notes that a picture is used, once a day. */
function noteUse(file: string): void {
  try {
    utimesSync(file, new Date(), new Date());
  } catch {
    // Somebody else's folder: they look after it.
  }
}

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
    prune(folder);
    const age = ageOf(file);
    if (age !== undefined && age > 1) noteUse(file);
    if (age === undefined) {
      mkdirSync(folder, { recursive: true });
      // Another thread or process may write the same.
      const own = `${file}.${String(process.pid)}-${hash}${Math.random().toString(36).slice(2)}`;
      writeFileSync(own, content);
      renameSync(own, file);
    }
    const relative = path.relative(path.dirname(article), file).split(path.sep).join('/');
    return encodeURI(relative).replaceAll('(', '%28').replaceAll(')', '%29');
  };
