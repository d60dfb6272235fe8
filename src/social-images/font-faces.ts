import { readFileSync } from 'node:fs';
import { findPackageJSON } from 'node:module';
import path from 'node:path';
import { Blob, Face, Font, Variation } from 'harfbuzzjs';
import decompress from 'woff2-encoder/decompress';

/** A face as its package has it: cut into files, each for some ranges of characters. */
export interface FaceSource {
  /** Name of the package, `@fontsource/ibm-plex-sans`. */
  readonly package: string;
  readonly weight: number;
  /** The files hold all weights. */
  readonly isVariable?: boolean;
  /** The package's list of ranges says less than its files hold. */
  readonly isWhole?: boolean;
}

interface Slice {
  readonly file: string;
  readonly ranges: readonly (readonly [from: number, to: number])[];
}

const everything: Slice['ranges'] = [[0, 0x10_ff_ff]];

const folderOf = (name: string): string => {
  const manifest = findPackageJSON(name, import.meta.url);
  if (manifest === undefined) throw new Error(`The font package ${name} is not installed: npm ci`);
  return path.dirname(manifest);
};

/** `U+0000-00FF,U+0131` */
const rangesOf = (list: string): Slice['ranges'] =>
  list.split(',').map((range) => {
    const [from = 0, to = from] = range
      .replace('U+', '')
      .split('-')
      .map((code) => Number.parseInt(code, 16));
    return [from, to];
  });

function slicesOf({ package: name, weight, isVariable, isWhole }: FaceSource): Slice[] {
  const folder = folderOf(name);
  const subsets = JSON.parse(readFileSync(path.join(folder, 'unicode.json'), 'utf8')) as Record<
    string,
    string
  >;
  const family = name.slice(name.indexOf('/') + 1);
  return Object.entries(subsets).map(([subset, list]) => {
    const part = subset.replaceAll(/[[\]]/gu, '');
    const file = `${family}-${part}-${isVariable ? 'wght' : String(weight)}-normal.woff2`;
    return { file: path.join(folder, 'files', file), ranges: isWhole ? everything : rangesOf(list) };
  });
}

const faces = new Map<string, Promise<Face>>();

/** A file as HarfBuzz reads it; each is unpacked once in a process. */
function faceOf(file: string): Promise<Face> {
  const known = faces.get(file);
  if (known) return known;
  const face = decompress(readFileSync(file)).then((bytes) => new Face(new Blob(bytes.slice().buffer)));
  faces.set(file, face);
  return face;
}

/** Name and version of a face's package, on which what it draws depends. */
export function versionOf({ package: name }: FaceSource): string {
  const { version } = JSON.parse(readFileSync(path.join(folderOf(name), 'package.json'), 'utf8')) as {
    version: string;
  };
  return `${name}@${version}`;
}

/** One face in one weight. Its files are read when a character in them is asked for. */
export class FontFace {
  readonly #source: FaceSource;
  #slices: readonly Slice[] | undefined;
  readonly #fonts = new Map<string, Font>();

  constructor(source: FaceSource) {
    this.#source = source;
  }

  /** The font that has a character, where the face has it. */
  async fontFor(codePoint: number): Promise<Font | undefined> {
    this.#slices ??= slicesOf(this.#source);
    for (const { file, ranges } of this.#slices) {
      if (!ranges.some(([from, to]) => from <= codePoint && codePoint <= to)) continue;
      const font = await this.#font(file);
      if (font.glyph(codePoint) !== undefined) return font;
    }
    return undefined;
  }

  async #font(file: string): Promise<Font> {
    const face = await faceOf(file);
    const known = this.#fonts.get(file);
    if (known) return known;
    const font = new Font(face);
    if (this.#source.isVariable) font.setVariations([new Variation('wght', this.#source.weight)]);
    this.#fonts.set(file, font);
    return font;
  }
}
