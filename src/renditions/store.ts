import { hash } from 'node:crypto';
import { createRequire } from 'node:module';
import type { CodeRendition, CodeRequest } from './code.ts';
import type { DiagramRendition, DiagramRequest } from './diagram-kinds.ts';
import type { DiskCache } from './disk-cache.ts';
import { fingerprintOf } from './fingerprint.ts';
import type * as formulas from './formula.ts';
import { styleSheet } from './inline-style-classes.ts';
import { HeldTexts } from './held-texts.ts';
import { readRendition, textOfRendition } from './rendition-text.ts';
import type { Rendition } from './slot.ts';
import { usedMacros } from './used-macros.ts';

/** What stands before a key, and the module whose work it names. */
const renderers = { m: './formula.ts', c: './code.ts', d: './diagram.ts' } as const;

type Kind = keyof typeof renderers;

const isKind = (letter: string): letter is Kind => Object.hasOwn(renderers, letter);

/** Which form renditions have in the cache; another one is not read. */
const form = '2';

/** Renditions that are at hand without being read: those of an article, of a list, and of many others. */
const mostRecent = 3000;

/** Loads a module at once: formulas are rendered where nobody can wait. */
const load = createRequire(import.meta.url);

function keyOf(kind: Kind, request: object): string {
  const parts = JSON.stringify(Object.entries(request).toSorted(([a], [b]) => (a < b ? -1 : 1)));
  return kind + hash('sha256', parts, 'base64url').slice(0, 16);
}

/**
 * Formulas, highlighted code and diagrams, each rendered once for the whole process and found again by key.
 * The tree of an article holds only the keys; see `slot.ts` for the way back.
 */
export class RenditionStore {
  /** Those that were asked for last, the very last at the end. */
  readonly #recent = new Map<string, Rendition>();
  /** All of them in UTF-8, a fraction of the size. */
  readonly #texts: HeldTexts;
  readonly #fingerprints = new Map<Kind, string | undefined>();
  readonly #cache: DiskCache | undefined;
  #renderedFormulas = 0;

  /**
   * @param cache keeps renditions from one run to the next.
   * @param folder for those of this run that memory is too small for.
   */
  constructor(cache?: DiskCache, folder?: string) {
    this.#cache = cache;
    this.#texts = new HeldTexts(folder);
  }

  /** How many formulas have been rendered here, and not found rendered. */
  get renderedFormulas(): number {
    return this.#renderedFormulas;
  }

  /** Loads the modules that the first formula and the first block would wait for. */
  async load(): Promise<void> {
    load('./formula.ts');
    await import('./code.ts');
  }

  /** Renders a formula, or finds it rendered. Equal TeX under equal macros, with equal symbols in it, is one formula. */
  formula(request: formulas.FormulaRequest): { key: string; formula: formulas.Formula } {
    const { symbols = [], ...rest } = request;
    const marks = symbols.length > 0 ? { symbols: symbols.map(({ id, tex }) => [id, tex]) } : {};
    const key = keyOf('m', { ...rest, ...marks, macros: usedMacros(request.tex, request.macros) });
    const known = this.#recall('m', key);
    if (known?.kind === 'formula') return { key, formula: known };
    // KaTeX is loaded by the first formula that nobody has rendered yet.
    const { renderFormula } = load('./formula.ts') as typeof formulas;
    this.#renderedFormulas += 1;
    return { key, formula: this.#keep('m', key, renderFormula(request)) };
  }

  /** Highlights a code block, or finds it highlighted. */
  async code(request: CodeRequest): Promise<{ key: string; code: CodeRendition }> {
    const key = keyOf('c', request);
    const known = this.#recall('c', key);
    if (known?.kind === 'code') return { key, code: known };
    // Shiki is loaded by the first block that nobody has highlighted yet.
    const { highlight } = await import('./code.ts');
    return { key, code: this.#keep('c', key, await highlight(request)) };
  }

  /** Draws a diagram, or finds it drawn. */
  async diagram(request: DiagramRequest): Promise<{ key: string; diagram: DiagramRendition }> {
    const key = keyOf('d', request);
    const known = this.#recall('d', key);
    if (known?.kind === 'diagram') return { key, diagram: known };
    const { drawDiagram } = await import('./diagram.ts');
    const diagram = await drawDiagram(request);
    // On another day, or machine, there may be time enough.
    const isDone = diagram.problems.every(({ kind }) => kind !== 'too-large');
    if (isDone) return { key, diagram: this.#keep('d', key, diagram) };
    this.#hold(key, diagram);
    return { key, diagram };
  }

  /** What a key of the kind `m…`, `c…` or `d…` stands for. */
  find(key: string): Rendition | undefined {
    const [kind = ''] = key;
    return isKind(kind) ? this.#recall(kind, key) : undefined;
  }

  /**
   * Takes renditions of an earlier run into memory, so that {@link find} has them from now on, whatever
   * happens to the cache.
   *
   * @returns whether all of them are there, as the renderers of today would make them.
   */
  hold(keys: Iterable<string>): boolean {
    for (const key of keys) {
      const [kind = ''] = key;
      if (!isKind(kind) || !this.#isHeld(kind, key)) return false;
    }
    return true;
  }

  /** A rendition as text, for another thread to {@link adopt}; this store forgets it in time. */
  take(key: string): Uint8Array | undefined {
    const text = this.#texts.get(key);
    this.#texts.delete(key);
    return text;
  }

  /** Takes over what another thread has rendered. */
  adopt(key: string, text: Uint8Array): void {
    const [kind = ''] = key;
    if (!isKind(kind) || this.#isHeld(kind, key)) return;
    this.#texts.set(key, Buffer.from(text.buffer, text.byteOffset, text.length));
    this.#cacheText(kind, key, text.length);
  }

  /** The rules that the HTML of renditions needs beside KaTeX's stylesheet; none for most code. */
  cssOf(keys: Iterable<string>): string {
    const classes: Record<string, string> = {};
    for (const key of keys) {
      const rendition = this.find(key);
      if (rendition?.kind === 'formula') Object.assign(classes, rendition.styles);
    }
    return styleSheet(classes);
  }

  /** Writes what was rendered since the last time into the cache on disk. */
  save(): void {
    this.#cache?.save();
  }

  /** A rendition of this process, or of an earlier one with the same renderer. */
  #recall(kind: Kind, key: string): Rendition | undefined {
    const known = this.#recent.get(key);
    if (!known && !this.#isHeld(kind, key)) return undefined;
    const rendition = known ?? readRendition(this.#texts.get(key) ?? Buffer.alloc(0));
    this.#note(key, rendition);
    return rendition;
  }

  #isHeld(kind: Kind, key: string): boolean {
    if (this.#texts.has(key)) return true;
    const cacheKey = this.#cacheKey(kind, key);
    const text = cacheKey === undefined ? undefined : this.#cache?.find(cacheKey);
    if (!text) return false;
    this.#texts.setAsItIs(key, text);
    return true;
  }

  #keep<Kept extends Rendition>(kind: Kind, key: string, rendition: Kept): Kept {
    const text = this.#hold(key, rendition);
    this.#cacheText(kind, key, text.length);
    return rendition;
  }

  /** Keeps the text of a rendition for later runs. */
  #cacheText(kind: Kind, key: string, length: number): void {
    const cacheKey = this.#cacheKey(kind, key);
    if (cacheKey !== undefined) this.#cache?.set(cacheKey, { length, read: () => this.#texts.get(key) });
  }

  #hold(key: string, rendition: Rendition): Buffer {
    const text = textOfRendition(rendition);
    this.#texts.set(key, text);
    this.#note(key, rendition);
    return text;
  }

  #note(key: string, rendition: Rendition): void {
    this.#recent.delete(key);
    this.#recent.set(key, rendition);
    if (this.#recent.size <= mostRecent) return;
    for (const oldest of this.#recent.keys()) {
      this.#recent.delete(oldest);
      break;
    }
  }

  /** The key on disk, which holds what the result depends on besides the request. */
  #cacheKey(kind: Kind, key: string): string | undefined {
    if (!this.#cache) return undefined;
    if (!this.#fingerprints.has(kind)) {
      this.#fingerprints.set(kind, fingerprintOf(new URL(renderers[kind], import.meta.url)));
    }
    const fingerprint = this.#fingerprints.get(kind);
    return fingerprint === undefined ? undefined : `${key}.${form}${fingerprint}`;
  }
}
