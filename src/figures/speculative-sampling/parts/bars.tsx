import { overlap } from '../../../models/speculative-decoding/acceptance.ts';
import type { Distribution } from '../../../models/speculative-decoding/distribution.ts';
import { sharesOf, type Tally } from '../../../models/speculative-decoding/monte-carlo.ts';
import { YAxis } from '../../shared/axes.tsx';
import { Picture } from '../../shared/picture.tsx';
import { linearScale } from '../../shared/scales.ts';
import type { words } from '../words.ts';

interface BarsProps {
  p: Distribution;
  q: Distribution;
  redraw: Distribution;
  tally: Tally;
  words: (typeof words)['zh'];
}

const height = 240;

/** For each token the target, the draft, and what comes out: accepted below, drawn again above, samples as a mark. */
export function Bars({ p, q, redraw, tally, words: own }: BarsProps) {
  const rejected = 1 - overlap(p, q);
  const shares = sharesOf(tally);
  const accepted = p.map((value, token) => Math.min(value, q[token] ?? 0));
  const drawn = redraw.map((value) => value * rejected);
  const out = accepted.map((value, token) => value + (drawn[token] ?? 0));
  const top = Math.max(0.4, ...p, ...q, ...out, ...shares) * 1.05;
  const legend = [
    ['speculative-sampling-p', own.targets],
    ['speculative-sampling-q', own.drafts],
    ['speculative-sampling-accepted', own.overlap],
    ['speculative-sampling-redrawn', own.residual],
  ] as const;
  return (
    <>
      <Picture label={own.title} height={height}>
        {(width) => {
          const y = linearScale([0, top], [height - 24, 26]);
          const slot = (width - 44) / p.length;
          const bar = Math.min(34, slot / 4.2);
          const rect = (name: string, x: number, from: number, to: number) => (
            <rect
              class={`speculative-sampling-${name}`}
              x={x}
              y={y(to)}
              width={bar}
              height={y(from) - y(to)}
            />
          );
          return (
            <>
              <YAxis scale={y} at={40} count={4} label={own.probability} />
              {p.map((value, token) => {
                const left = 44 + slot * token + (slot - 3 * bar - 8) / 2;
                const last = left + 2 * bar + 8;
                const mark = shares[token] ?? 0;
                return (
                  <g key={token}>
                    {rect('p', left, 0, value)}
                    {rect('q', left + bar + 4, 0, q[token] ?? 0)}
                    {rect('accepted', last, 0, accepted[token] ?? 0)}
                    {rect('redrawn', last, accepted[token] ?? 0, out[token] ?? 0)}
                    <path
                      class="speculative-sampling-level"
                      d={`M${String(left)} ${String(y(value))}H${String(last + bar)}`}
                    />
                    {tally.samples > 0 && (
                      <circle class="speculative-sampling-mark" cx={last + bar / 2} cy={y(mark)} r="4.5" />
                    )}
                    <text x={44 + slot * (token + 0.5)} y={height - 6} text-anchor="middle">
                      {own.token(token)}
                    </text>
                  </g>
                );
              })}
            </>
          );
        }}
      </Picture>
      <ul class="speculative-sampling-legend">
        {legend.map(([name, label]) => (
          <li key={name}>
            <svg width="14" height="12" aria-hidden="true">
              <rect class={name} width="12" height="12" />
            </svg>
            {label}
          </li>
        ))}
        <li>
          <svg width="14" height="12" aria-hidden="true">
            <circle class="speculative-sampling-mark" cx="6" cy="6" r="4.5" />
          </svg>
          {own.output}
        </li>
      </ul>
    </>
  );
}
