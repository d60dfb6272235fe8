import { createHash } from 'node:crypto';
import { version as katexVersion } from 'katex';
import type { CodeRendition, CodeRequest } from './code.ts';
import { type Formula, type FormulaRequest, renderFormula } from './formula.ts';

function keyOf(kind: 'm' | 'c', parts: readonly unknown[]): string {
  const digest = createHash('sha256').update(JSON.stringify(parts)).digest('base64url');
  return `${kind}${digest.slice(0, 16)}`;
}

/**
 * Formulas and highlighted code, each rendered once for the whole process and found again by key.
 * The tree of an article holds only the keys; see `slot.ts` for the way back.
 */
export class RenditionStore {
  readonly #formulas = new Map<string, Formula>();
  readonly #code = new Map<string, CodeRendition>();

  /** Renders a formula, or finds it rendered. Equal TeX under equal macros is one formula. */
  formula(request: FormulaRequest): { key: string; formula: Formula } {
    const macros = Object.entries(request.macros).toSorted();
    const key = keyOf('m', [katexVersion, request.tex, request.display, macros]);
    let formula = this.#formulas.get(key);
    if (!formula) {
      formula = renderFormula(request);
      this.#formulas.set(key, formula);
    }
    return { key, formula };
  }

  /** Highlights a code block, or finds it highlighted. */
  async code(request: CodeRequest): Promise<{ key: string; code: CodeRendition }> {
    const key = keyOf('c', [request.code, request.language, request.title]);
    let code = this.#code.get(key);
    if (!code) {
      // Shiki is loaded by the first block of the process, not by every command that imports this.
      const { highlight } = await import('./code.ts');
      code = await highlight(request);
      this.#code.set(key, code);
    }
    return { key, code };
  }

  /** What a key of the kind `m…` or `c…` stands for. */
  find(key: string): Formula | CodeRendition | undefined {
    return this.#formulas.get(key) ?? this.#code.get(key);
  }
}
