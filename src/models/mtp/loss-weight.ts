const trillion = 1e12;

/** Tokens of the pre-training of DeepSeek-V3 (DeepSeek-AI 2024, arXiv 2412.19437, 4.2). */
export const pretrainingTokens = 14.8 * trillion;

/**
 * Weight λ of the losses of the MTP modules in that training: 0.3 for the first 10T tokens, 0.1 for the 4.8T
 * after them (4.2).
 *
 * @param tokens seen so far, 0 to {@link pretrainingTokens}.
 */
export const lossWeight = (tokens: number): number => (tokens < 10 * trillion ? 0.3 : 0.1);

/**
 * Loss of one depth: the mean over T positions, of which the k last have no target and count as zero
 * (equation 24).
 *
 * @param probabilities of the right tokens, T − k of them.
 * @param length T
 */
export const depthLoss = (probabilities: readonly number[], length: number): number =>
  probabilities.reduce((sum, probability) => sum - Math.log(probability), 0) / length;

/** What the modules add to the main loss: λ times the mean over depths (equation 25). */
export const mtpLoss = (depthLosses: readonly number[], weight: number): number =>
  depthLosses.length === 0
    ? 0
    : (weight * depthLosses.reduce((sum, loss) => sum + loss, 0)) / depthLosses.length;
