import type { Distribution } from '../../../models/speculative-decoding/distribution.ts';
import { variationBound } from '../../../models/speculative-decoding/monte-carlo.ts';
import { XAxis, YAxis } from '../../shared/axes.tsx';
import { linePath } from '../../shared/paths.ts';
import { Picture } from '../../shared/picture.tsx';
import { logScale } from '../../shared/scales.ts';
import type { words } from '../words.ts';

/** How far the samples were from the target after some number of them. */
export interface Passed {
  readonly samples: number;
  readonly variation: number;
}

interface ConvergenceProps {
  p: Distribution;
  /** Distance that stays, however many samples. */
  off: number;
  passed: readonly Passed[];
  words: (typeof words)['zh'];
}

const height = 200;
const sizes = Array.from({ length: 25 }, (_, index) => 10 ** (1 + (index * 4.7) / 24));
const least = 5e-4;

/** The distance of the samples from the target against their number, below the bound of what sampling alone does. */
export function Convergence({ p, off, passed, words: own }: ConvergenceProps) {
  return (
    <Picture label={own.variation} height={height}>
      {(width) => {
        const x = logScale([10, 10 ** 5.7], [52, width - 12]);
        const y = logScale([least, 1], [height - 44, 30]);
        const at = (value: number): number => y(Math.min(1, Math.max(least, value)));
        return (
          <>
            <XAxis scale={x} at={height - 44} label={own.samples} />
            <YAxis scale={y} at={52} count={4} label={own.variation} />
            <path
              class="speculative-sampling-bound"
              d={linePath(sizes.map((samples) => [x(samples), at(variationBound(p, samples))]))}
            />
            <text class="speculative-sampling-note" x="60" y={height - 54}>
              {own.bound}
            </text>
            {off > 1e-9 && (
              <path class="speculative-sampling-off" d={`M52 ${String(at(off))}H${String(width - 12)}`}>
                <title>{own.exact}</title>
              </path>
            )}
            <path
              class="speculative-sampling-path"
              d={linePath(passed.map(({ samples, variation }) => [x(samples), at(variation)]))}
            />
            {passed.map(({ samples, variation }) => (
              <circle
                key={samples}
                class="speculative-sampling-mark"
                cx={x(samples)}
                cy={at(variation)}
                r="3"
              />
            ))}
          </>
        );
      }}
    </Picture>
  );
}
