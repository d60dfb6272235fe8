/**
 * Tokens that one verification yields on average, the target model's own among them: $\frac{1-\alpha^{\gamma+1}}{1-\alpha}$
 * (Leviathan et al. 2022, arXiv 2211.17192, equation 1).
 *
 * @param alpha acceptance rate of a drafted token, 0 to 1, the same and independent at every place.
 * @param gamma tokens drafted before each verification.
 * @returns 1 to gamma + 1.
 */
export function expectedTokens(alpha: number, gamma: number): number {
  // The sum of the geometric series term by term: the closed form is 0/0 at 1 and loses digits near it.
  let sum = 0;
  for (let term = 1, place = 0; place <= gamma; place += 1, term *= alpha) sum += term;
  return sum;
}
