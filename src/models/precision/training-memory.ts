/** Bytes that training keeps for each parameter, by what they hold. */
export interface ParameterBytes {
  /** The copy that forward and backward passes compute with; 0 where it exists only for a moment. */
  readonly weights: number;
  readonly gradients: number;
  readonly masterWeights: number;
  /** Both moments of Adam. */
  readonly moments: number;
}

/**
 * Ways to train with Adam. `mixed` is the accounting of ZeRO (Rajbhandari et al. 2019, 1910.02054,
 * section 3.1): 2 + 2 + K bytes with K = 12.
 */
export const trainingSchemes = {
  fp32: { weights: 4, gradients: 4, masterWeights: 0, moments: 8 },
  mixed: { weights: 2, gradients: 2, masterWeights: 4, moments: 8 },
  mixedWideGradients: { weights: 2, gradients: 4, masterWeights: 4, moments: 8 },
  autocast: { weights: 0, gradients: 4, masterWeights: 4, moments: 8 },
  bf16: { weights: 2, gradients: 2, masterWeights: 0, moments: 4 },
} as const satisfies Record<string, ParameterBytes>;

export type TrainingScheme = keyof typeof trainingSchemes;

export const bytesPerParameter = ({ weights, gradients, masterWeights, moments }: ParameterBytes): number =>
  weights + gradients + masterWeights + moments;

/** Bytes of all states of a model, without activations. */
export const stateBytes = (parameters: number, scheme: TrainingScheme): number =>
  parameters * bytesPerParameter(trainingSchemes[scheme]);

/**
 * Bytes of activations that one transformer layer keeps for the backward pass, without recomputation:
 * sbh(34 + 5as/h) with 16-bit activations (Korthikanti et al. 2022, 2205.05198, equation 1); masks of dropout
 * take one byte in either precision.
 *
 * @param bytes 2 for 16-bit activations, 4 for FP32.
 */
export function layerActivationBytes(
  { tokens, batch, width, heads }: { tokens: number; batch: number; width: number; heads: number },
  bytes: 2 | 4,
): number {
  const masks = 2 + (heads * tokens) / width;
  const values = 32 + (4 * heads * tokens) / width;
  return tokens * batch * width * (masks + (values * bytes) / 2);
}
