import { activationBytes, logitBytes } from './activations.ts';
import { type Method, trainableParameters } from './methods.ts';
import { parameterCounts, type Transformer } from './transformer.ts';

/** Bytes of a trained parameter, of its gradient, and of its copy in FP32 where there is one. */
export interface Precision {
  readonly weight: number;
  readonly gradient: number;
  readonly master: number;
}

/** How numbers are kept while training. `mixed` is what ZeRO counts (1910.02054, section 3.1). */
export const precisions = {
  mixed: { weight: 2, gradient: 2, master: 4 },
  'mixed-fp32-gradients': { weight: 2, gradient: 4, master: 4 },
  bf16: { weight: 2, gradient: 2, master: 0 },
  fp32: { weight: 4, gradient: 4, master: 0 },
} as const satisfies Record<string, Precision>;

/** A rule that turns gradients into steps, by what it remembers of each parameter. */
export type Optimizer = 'adamw' | 'adamw-8bit' | 'momentum' | 'sgd';

/**
 * Bytes for each parameter of first and second moment. They are as exact as the copy that is updated: FP32, or
 * BF16 where there is nothing else; 8-bit ones carry an FP32 scale for 2,048 values (2110.02861, section 2.2).
 */
export function momentBytes(
  optimizer: Optimizer,
  precision: Precision,
): { readonly first: number; readonly second: number } {
  const exact = precision.master > 0 ? precision.master : precision.weight;
  const small = 1 + 4 / 2048;
  switch (optimizer) {
    case 'adamw':
      return { first: exact, second: exact };
    case 'adamw-8bit':
      return { first: small, second: small };
    case 'momentum':
      return { first: exact, second: 0 };
    case 'sgd':
      return { first: 0, second: 0 };
  }
}

/**
 * Bits of a weight in NF4 with double quantisation: 4, an 8-bit constant for 64 weights, and an FP32 one for
 * 256 of those (2305.14314, section 3).
 */
export const nf4Bits = 4 + 8 / 64 + 32 / (64 * 256);

/** What is trained, and how. */
export interface Training {
  readonly method: Method;
  readonly optimizer: Optimizer;
  readonly precision: Precision;
  /** Sequences times their length, on one device. */
  readonly tokens: number;
  readonly isCheckpointed: boolean;
}

/** Bytes by what they hold. */
export interface Memory {
  /** Weights that stay as they are. */
  readonly frozen: number;
  /** Weights that are trained, as the forward pass reads them. */
  readonly trained: number;
  readonly gradients: number;
  readonly master: number;
  readonly firstMoment: number;
  readonly secondMoment: number;
  readonly activations: number;
  readonly logits: number;
}

/** Kinds of memory in the order in which they are stacked. */
export const memoryKinds = [
  'frozen',
  'trained',
  'gradients',
  'master',
  'firstMoment',
  'secondMoment',
  'activations',
  'logits',
] as const satisfies readonly (keyof Memory)[];

/** Bytes of the weights that a method leaves alone. */
function frozenBytes(model: Transformer, { method, precision }: Training): number {
  if (method.kind === 'full') return 0;
  const { total, linears } = parameterCounts(model);
  const inside = method.kind === 'bitfit' ? parameterCounts(model).biases : 0;
  if (method.kind !== 'qlora') return (total - inside) * precision.weight;
  // QLoRA quantises the matrices inside blocks; embeddings, output layer, norms and biases stay as they are.
  return (linears * nf4Bits) / 8 + (total - linears) * precision.weight;
}

/** Byte by byte, what training needs; without fragments, buffers and whatever the framework takes. */
export function trainingMemory(model: Transformer, training: Training): Memory {
  const { method, optimizer, precision, tokens, isCheckpointed } = training;
  const trainable = trainableParameters(model, method);
  const moments = momentBytes(optimizer, precision);
  const bytes = precision.weight;
  return {
    frozen: frozenBytes(model, training),
    trained: trainable * precision.weight,
    gradients: trainable * precision.gradient,
    master: trainable * precision.master,
    firstMoment: trainable * moments.first,
    secondMoment: trainable * moments.second,
    activations: tokens * activationBytes(model, method, { bytes, isCheckpointed }),
    logits: tokens * logitBytes(model, bytes),
  };
}

/** What does not depend on the batch, and can be divided among devices (ZeRO-3, FSDP). */
export const stateBytes = ({ activations: _, logits: __, ...states }: Memory): number =>
  Object.values(states).reduce((total, value) => total + value, 0);

export const totalBytes = (memory: Memory): number =>
  memoryKinds.reduce((total, kind) => total + memory[kind], 0);

/**
 * How many devices hold it, when each takes its part of the states and activations of its own batch; infinite
 * where the activations alone do not fit.
 */
export function devices(memory: Memory, capacity: number): number {
  const left = capacity - memory.activations - memory.logits;
  return left > 0 ? Math.max(1, Math.ceil(stateBytes(memory) / left)) : Number.POSITIVE_INFINITY;
}
