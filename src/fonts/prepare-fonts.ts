import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import type { CompiledArticle } from '../loader/compile-article.ts';
import { cacheFolderOf, cacheRootOf, projectRoot } from '../loader/content-settings.ts';
import { DiskMemo } from '../loader/disk-memo.ts';
import { charactersOf } from '../renditions/characters.ts';
import { patternOf, readFaces } from '../renditions/css-rules.ts';
import { DiskCache } from '../renditions/disk-cache.ts';
import { mathStyles, readMathStyles } from '../renditions/font-use.ts';
import { MathFaces } from '../renditions/math-faces.ts';
import { type FontAlias, fontAliases } from './font-aliases.ts';
import { pruneMathStyles } from './math-styles.ts';
import { subsetFace } from './subset.ts';
import { interfaceTexts } from './used-text.ts';

const { resolve } = createRequire(import.meta.url);

const textStyles = path.join(projectRoot, 'src', 'styles', 'fonts.css');

/** What a search, a date or a live figure may print at any time. */
const ascii = Array.from({ length: 0x5f }, (_, index) => String.fromCodePoint(0x20 + index)).join('');

/** What a live figure may print in a formula. */
const mathAlways = {
  upright: `${ascii}−×·÷±=≠≈≤≥<>∞∈→←∼∑∏√∂∇`,
  italic: 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyzαβγδεηθλμπρσϕτω',
};

/** Kerning, ligatures and marks, and the figures of tables. */
const textFeatures = ['kern', 'liga', 'clig', 'calt', 'ccmp', 'locl', 'mark', 'mkmk', 'tnum', 'lnum'];
/** KaTeX measures letters one by one; a browser must not kern what it has placed. */
const mathFeatures = ['ccmp', 'mark'];

interface CutFace {
  /** As stylesheets and imports name it: `katex/dist/fonts/KaTeX_Main-Regular.woff2`. */
  readonly name: string;
  readonly characters: Iterable<string>;
  readonly features: readonly string[];
}

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\/]/gu, '\\$&');

async function textFaces(texts: readonly string[]): Promise<CutFace[]> {
  const used = charactersOf([ascii, ...texts]);
  return readFaces(await readFile(textStyles, 'utf8')).map(({ url, unicodeRange = 'U+0-10FFFF' }) => {
    const pattern = patternOf(unicodeRange);
    return { name: url, characters: used.match(pattern) ?? [], features: textFeatures };
  });
}

/** Cuts KaTeX's stylesheet and faces down to what formulas use. */
function mathParts(whole: string, math: MathFaces): { css: string; faces: CutFace[] } {
  math.keep('KaTeX_Main', 'normal', mathAlways.upright);
  math.keep('KaTeX_Math', 'italic', mathAlways.italic);
  const css = pruneMathStyles(whole, math.classes, math.characters.keys());
  const faces = [...math.characters].map(([{ url }, characters]) => ({
    name: path.posix.join(path.posix.dirname(mathStyles), url),
    characters,
    features: mathFeatures,
  }));
  return { css, faces };
}

/**
 * Cuts the site's faces, and KaTeX's with their stylesheet, down to what the content uses, and lets Vite
 * take them instead of the packages' own; see {@link fontAliases}.
 *
 * @returns how many files there are, and their bytes.
 */
export async function prepareFonts(
  articles: readonly CompiledArticle[],
): Promise<{ files: number; bytes: number }> {
  const cache = new DiskCache(path.join(cacheRootOf(), 'fonts'));
  const katex = readMathStyles();
  const math = new MathFaces(katex);
  const texts = await interfaceTexts();
  for (const { data, fonts } of articles) {
    texts.push(JSON.stringify(data), fonts.characters);
    math.add(fonts.math);
  }
  const { css, faces } = mathParts(katex, math);
  const text = await textFaces(texts);
  const memo = new DiskMemo(cache, [new URL('./subset.ts', import.meta.url)]);
  const folder = path.join(cacheFolderOf(), 'fonts-used');
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const aliases: FontAlias[] = [];
  const put = (name: string, content: string | Buffer): void => {
    const replacement = path.join(folder, path.posix.basename(name));
    writeFileSync(replacement, content);
    aliases.push({ find: new RegExp(`^${escaped(name)}`, 'u'), replacement });
  };
  put(mathStyles, css);
  let bytes = 0;
  for (const { name, ...request } of [...text, ...faces]) {
    const subset = await subsetFace({ file: resolve(name), ...request }, memo);
    bytes += subset.length;
    put(name, subset);
  }
  cache.save();
  fontAliases().splice(0, Infinity, ...aliases);
  return { files: aliases.length - 1, bytes };
}
