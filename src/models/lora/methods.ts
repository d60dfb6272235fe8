import { type Linear, linearsOf, parameterCounts, type Transformer } from './transformer.ts';

/** A way to adapt a model: what is trained. */
export type Method =
  | { readonly kind: 'full' }
  /** `W = W₀ + (α/r)BA` for each target (2106.09685, equation 3). */
  | { readonly kind: 'lora'; readonly rank: number; readonly targets: readonly Linear['name'][] }
  /** The same over matrices kept in NF4 (2305.14314). */
  | { readonly kind: 'qlora'; readonly rank: number; readonly targets: readonly Linear['name'][] }
  /** Two bottlenecks in each block, with biases (1902.00751). */
  | { readonly kind: 'adapter'; readonly bottleneck: number }
  /** Trained vectors before the input (2104.08691). */
  | { readonly kind: 'prompt'; readonly tokens: number }
  /** Trained vectors before the input of every block, as 2106.09685, section 5.1, counts them. */
  | { readonly kind: 'prefix'; readonly tokens: number }
  /** Biases of the matrices alone (2106.10199). */
  | { readonly kind: 'bitfit' };

/** Every matrix of a block. */
export const allTargets: readonly Linear['name'][] = ['q', 'k', 'v', 'o', 'gate', 'up', 'down'];

/** The matrices of a block that a method puts a low-rank pair beside. */
export function adapted(model: Transformer, method: Method): Linear[] {
  if (method.kind !== 'lora' && method.kind !== 'qlora') return [];
  return linearsOf(model).filter(({ name }) => method.targets.includes(name));
}

/**
 * How many numbers are trained. LoRA: `Σ r(d + k)` over the targets; adapters: `L̂(2dr + r + d)` with two in
 * each block (2106.09685, section 5.1).
 */
export function trainableParameters(model: Transformer, method: Method): number {
  const { hidden, layers } = model;
  switch (method.kind) {
    case 'full':
      return parameterCounts(model).total;
    case 'lora':
    case 'qlora':
      return (
        layers *
        adapted(model, method).reduce(
          (total, { outputs, inputs }) => total + method.rank * (outputs + inputs),
          0,
        )
      );
    case 'adapter':
      return 2 * layers * (2 * hidden * method.bottleneck + method.bottleneck + hidden);
    case 'prompt':
      return hidden * method.tokens;
    case 'prefix':
      return layers * hidden * method.tokens;
    case 'bitfit':
      return parameterCounts(model).biases;
  }
}
