/**
 * A waveform as SVG path data: one vertical stroke for each amplitude, about a centre line.
 *
 * @param signal amplitudes from 0 to 100.
 * @param step distance of two strokes; the path is `signal.length * step` wide.
 * @param height height of the drawing; a stroke of amplitude 100 fills it.
 */
export function waveformPath(signal: readonly number[], step: number, height: number): string {
  const round = (value: number): string => String(Math.round(value * 10) / 10);
  return signal
    .map((amplitude, index) => {
      const half = Math.max(0.5, (amplitude / 100) * (height / 2));
      return `M${round((index + 0.5) * step)} ${round(height / 2 - half)}v${round(half * 2)}`;
    })
    .join('');
}
