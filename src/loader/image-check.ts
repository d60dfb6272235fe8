import { createHash } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import type { Finding } from '../diagnostics/diagnostic.ts';
import type { DiskCache } from '../renditions/disk-cache.ts';
import { DiskMemo } from './disk-memo.ts';

/** What is wrong with an image file, whoever shows it. */
export type ImageProblem = Pick<Finding, 'rule' | 'message' | 'hint'>;

const limits = {
  /** Pixels of all frames together; decoded, each takes four bytes. */
  pixels: 100_000_000,
  bytes: 50_000_000,
  svgBytes: 10_000_000,
} as const;

/** File extensions by what sharp calls the format. */
const extensionsOf: Readonly<Record<string, readonly string[]>> = {
  jpeg: ['.jpg', '.jpeg', '.jfif'],
  png: ['.png', '.apng'],
  webp: ['.webp'],
  gif: ['.gif'],
  heif: ['.avif', '.heic', '.heif'],
  tiff: ['.tif', '.tiff'],
};

const corrupt = (name: string, reason: string, hint: string): ImageProblem => ({
  rule: 'image/corrupt',
  message: `The image \`${name}\` cannot be read: ${reason}.`,
  hint,
});

const tooLarge = (name: string, size: string, limit: string): ImageProblem => ({
  rule: 'image/too-large',
  message: `The image \`${name}\` has ${size}, more than ${limit}.`,
  hint: 'scale it down; a page shows no more than some thousand pixels across',
});

const millions = (count: number): string => (count / 1_000_000).toFixed(1);

async function checkSvg(file: string, name: string): Promise<ImageProblem[]> {
  const { sanitiseSvg, SvgError } = await import('./svg-sanitiser.ts');
  try {
    const { removed, hasSize } = sanitiseSvg(await readFile(file, 'utf8'));
    if (!hasSize) return [corrupt(name, 'it does not say how large it is', 'give <svg> a viewBox')];
    if (removed.length === 0) return [];
    return [
      {
        rule: 'security/svg',
        message: `The drawing \`${name}\` holds what is not published: ${removed.slice(0, 5).join(', ')}.`,
        hint: 'save it as plain SVG, without scripts and links to other files',
      },
    ];
  } catch (error) {
    if (!(error instanceof SvgError)) throw error;
    return [corrupt(name, error.message, 'save it again as plain SVG')];
  }
}

async function checkRaster(file: string, name: string): Promise<ImageProblem[]> {
  const again = 'save it again, or copy it again from where it came';
  const { default: sharp } = await import('sharp');
  try {
    // The size comes from the head of the file: a bomb is never unpacked.
    const { format, width, height, pages = 1 } = await sharp(file, { limitInputPixels: false }).metadata();
    const pixels = width * height * pages;
    if (pixels > limits.pixels) {
      return [tooLarge(name, `${millions(pixels)} million pixels`, `${millions(limits.pixels)} million`)];
    }
    const extensions = extensionsOf[format];
    if (!extensions) return [corrupt(name, `${format} is no format for pages`, 'save it as PNG or JPEG')];
    // Unpacking it to the end finds what is missing of it.
    await sharp(file, { limitInputPixels: limits.pixels, failOn: 'truncated', sequentialRead: true }).stats();
    if (extensions.includes(path.extname(file).toLowerCase())) return [];
    const hint = `name it ${path.basename(file, path.extname(file))}${extensions[0] ?? ''}`;
    return [{ rule: 'image/mislabelled', message: `The image \`${name}\` is in truth ${format}.`, hint }];
  } catch (error) {
    const [reason = ''] = (error instanceof Error ? error.message : String(error)).split('\n');
    return [corrupt(name, reason.replace(/\.$/u, ''), again)];
  }
}

async function inspect(file: string, name: string, bytes: number, memo: DiskMemo): Promise<ImageProblem[]> {
  if (bytes === 0) return [corrupt(name, 'the file is empty', 'copy it again from where it came')];
  const isSvg = path.extname(file).toLowerCase() === '.svg';
  const limit = isSvg ? limits.svgBytes : limits.bytes;
  if (bytes > limit) return [tooLarge(name, `${millions(bytes)} MB`, `${millions(limit)} MB`)];
  const look = (): Promise<ImageProblem[]> => (isSvg ? checkSvg(file, name) : checkRaster(file, name));
  const content = await readFile(file).catch(() => undefined);
  if (!content) return look();
  const hash = createHash('sha256').update(content).digest('base64url');
  return memo.of([hash, path.basename(file), name], look, isLasting);
}

/** What cannot be read for want of memory may be readable the next time. */
const isLasting = (problems: readonly ImageProblem[]): boolean =>
  problems.every(({ rule }) => rule !== 'image/corrupt');

/** Checks image files, each once until it changes. */
export class ImageChecker {
  readonly #memo: DiskMemo;
  readonly #known = new Map<string, Promise<readonly ImageProblem[]>>();

  /** @param disk keeps what is known of an image, by its content, from one run to the next. */
  constructor(disk?: DiskCache) {
    this.#memo = new DiskMemo(disk, [new URL(import.meta.url)]);
  }

  /**
   * What is wrong with a file; nothing for a good image, and for one that is not there.
   *
   * @param name how the article names it.
   */
  async check(file: string, name: string): Promise<readonly ImageProblem[]> {
    const info = await stat(file).catch(() => undefined);
    if (!info?.isFile()) return [];
    const key = JSON.stringify([file, name, info.size, info.mtimeMs]);
    let problems = this.#known.get(key);
    if (!problems) {
      problems = inspect(file, name, info.size, this.#memo);
      this.#known.set(key, problems);
    }
    return problems;
  }
}
