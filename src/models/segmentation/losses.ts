/** A loss, and its derivative by each logit. */
export interface Loss {
  readonly value: number;
  readonly gradient: readonly number[];
}

/** Parameters of focal loss: focusing γ ≥ 0, weight α of the foreground, 0 to 1. */
export interface Focal {
  readonly gamma: number;
  readonly alpha: number;
}

/** What the training code of SAM 2 takes, and what Lin et al. 2017 (1708.02002) recommend. */
export const usualFocal: Focal = { gamma: 2, alpha: 0.25 };

/** Weights of focal : dice in SAM (Kirillov et al. 2023, 2304.02643, appendix A). */
export const focalWeight = 20;

/** σ(z) = 1 / (1 + e^−z). */
export const sigmoid = (logit: number): number => 1 / (1 + Math.exp(-logit));

/** The logit of a probability between 0 and 1. */
export const logitOf = (probability: number): number => Math.log(probability / (1 - probability));

/** ln σ(z) without overflow. */
const logSigmoid = (logit: number): number => Math.min(0, logit) - Math.log1p(Math.exp(-Math.abs(logit)));

/**
 * Focal loss of one pixel, −α_t (1 − p_t)^γ ln p_t, and its derivative by the logit (Lin et al. 2017,
 * equation 5 and appendix B): with y = ±1, α_t y (1 − p_t)^γ (γ p_t ln p_t + p_t − 1).
 */
export function focalTerm(
  logit: number,
  isForeground: boolean,
  { gamma, alpha }: Focal,
): { value: number; slope: number } {
  const sign = isForeground ? 1 : -1;
  const weight = isForeground ? alpha : 1 - alpha;
  const right = sigmoid(sign * logit);
  const log = logSigmoid(sign * logit);
  const focus = (1 - right) ** gamma;
  return { value: -weight * focus * log, slope: weight * sign * focus * (gamma * right * log + right - 1) };
}

/** Focal loss of a mask: the mean over its pixels. `truth` holds 0 and 1. */
export function focalLoss(logits: readonly number[], truth: ArrayLike<number>, focal: Focal): Loss {
  const terms = logits.map((logit, place) => focalTerm(logit, truth[place] === 1, focal));
  return {
    value: terms.reduce((sum, { value }) => sum + value, 0) / logits.length,
    gradient: terms.map(({ slope }) => slope / logits.length),
  };
}

/**
 * Dice loss 1 − (2 Σ p g + s) / (Σ p + Σ g + s) with p = σ(logit), as the training code of SAM 2 has it;
 * Milletari et al. 2016 (1606.04797) square the terms of the denominator.
 *
 * @param smooth s; 1 in that code.
 */
export function diceLoss(logits: readonly number[], truth: ArrayLike<number>, smooth = 1): Loss {
  const probabilities = logits.map(sigmoid);
  let overlap = 0;
  let total = smooth;
  for (const [place, probability] of probabilities.entries()) {
    const inside = truth[place] ?? 0;
    overlap += probability * inside;
    total += probability + inside;
  }
  const share = (2 * overlap + smooth) / total;
  return {
    value: 1 - share,
    gradient: probabilities.map(
      (probability, place) => -((2 * (truth[place] ?? 0) - share) / total) * probability * (1 - probability),
    ),
  };
}

/** What SAM trains masks with: 20 × focal + dice. */
export function maskLoss(logits: readonly number[], truth: ArrayLike<number>, focal = usualFocal): Loss {
  const first = focalLoss(logits, truth, focal);
  const second = diceLoss(logits, truth);
  return {
    value: focalWeight * first.value + second.value,
    gradient: first.gradient.map((slope, place) => focalWeight * slope + (second.gradient[place] ?? 0)),
  };
}

/** The logits of a mask that is sure of each pixel by as much as `confidence` between 0.5 and 1. */
export function logitsOf(pixels: ArrayLike<number>, confidence: number): number[] {
  const sure = logitOf(confidence);
  return Array.from(pixels, (inside) => (inside === 1 ? sure : -sure));
}

/** Which of several masks has the least loss: the one whose error is passed back (Kirillov et al. 2023, 3). */
export function leastLoss(
  masks: readonly (readonly number[])[],
  truth: ArrayLike<number>,
): { best: number; losses: number[] } {
  const losses = masks.map((logits) => maskLoss(logits, truth).value);
  return { best: losses.indexOf(Math.min(...losses)), losses };
}

/**
 * What a mask without any foreground costs, by term: an object of `inside` among `pixels`, all of them held
 * for background by as much as `confidence`.
 */
export function missedLosses(
  inside: number,
  pixels: number,
  confidence: number,
  focal: Focal,
): { focal: number; dice: number } {
  const logit = -logitOf(confidence);
  const mean = (isForeground: boolean, count: number): number =>
    (focalTerm(logit, isForeground, focal).value * count) / pixels;
  const probability = 1 - confidence;
  return {
    focal: mean(true, inside) + mean(false, pixels - inside),
    dice: 1 - (2 * probability * inside + 1) / (probability * pixels + inside + 1),
  };
}
