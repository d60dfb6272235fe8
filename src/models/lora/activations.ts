import { adapted, type Method } from './methods.ts';
import { keyValueWidth, type Linear, type Transformer } from './transformer.ts';

/** A tensor that the backward pass reads again, for one token in one block. */
export interface SavedTensor {
  readonly name: string;
  /** Elements for each token. */
  readonly width: number;
  /** Bytes of an element; those of the computation where it is absent. */
  readonly bytes?: number;
}

/**
 * What one block keeps for its backward pass, with FlashAttention and without dropout. The input of a matrix is
 * kept only if its weight, or a low-rank pair beside it, gets a gradient: `∂L/∂W = G xᵀ` needs x, while
 * `∂L/∂x = Wᵀ G` does not.
 *
 * With everything trained and GELU these are 32 bytes of 16-bit numbers for each element of the stream, the
 * 34 of Korthikanti et al. 2022 (2205.05198, equation 2) less two dropout masks; their `5as/h` belongs to the
 * attention matrix, which FlashAttention (2205.14135) does not keep.
 */
export function savedInBlock(model: Transformer, method: Method): SavedTensor[] {
  const { hidden, intermediate, heads, mlp } = model;
  const targets = adapted(model, method);
  const isRead = (...names: Linear['name'][]): boolean =>
    method.kind === 'full' || targets.some(({ name }) => names.includes(name));
  const when = (holds: boolean, tensor: SavedTensor): SavedTensor[] => (holds ? [tensor] : []);
  const rank = method.kind === 'lora' || method.kind === 'qlora' ? method.rank : 0;
  return [
    { name: 'norm 1 input', width: hidden },
    ...when(isRead('q', 'k', 'v'), { name: 'qkv input', width: hidden }),
    { name: 'q, k, v', width: hidden + 2 * keyValueWidth(model) },
    { name: 'attention output', width: hidden },
    { name: 'log-sum-exp', width: heads, bytes: 4 },
    { name: 'norm 2 input', width: hidden },
    ...when(isRead('gate', 'up'), { name: 'mlp input', width: hidden }),
    ...(mlp === 'swiglu'
      ? [
          { name: 'gate', width: intermediate },
          { name: 'silu(gate)', width: intermediate },
        ]
      : []),
    { name: 'up', width: intermediate },
    ...when(isRead('down'), { name: 'down input', width: intermediate }),
    ...when(rank > 0, { name: 'A x', width: rank * targets.length }),
    ...(method.kind === 'adapter' ? [{ name: 'adapters', width: 2 * (hidden + 2 * method.bottleneck) }] : []),
  ];
}

/** Bytes of one block for each token. */
export const bytesOfBlock = (model: Transformer, method: Method, bytes: number): number =>
  savedInBlock(model, method).reduce((total, { width, bytes: own = bytes }) => total + width * own, 0);

/**
 * Bytes of all blocks for each token: everything saved; or, with a checkpoint at every block (1604.06174), the
 * input of each and whatever the one block needs that is being computed again.
 */
export function activationBytes(
  model: Transformer,
  method: Method,
  { bytes, isCheckpointed }: { readonly bytes: number; readonly isCheckpointed: boolean },
): number {
  const block = bytesOfBlock(model, method, bytes);
  return isCheckpointed ? model.layers * model.hidden * bytes + block : model.layers * block;
}

/** Bytes around the loss for each token: logits as computed, their FP32 copy, and its gradient. */
export const logitBytes = ({ vocabulary }: Transformer, bytes: number): number =>
  vocabulary * (bytes + 4 + 4);
