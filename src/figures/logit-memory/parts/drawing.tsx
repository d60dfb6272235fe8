import { peakBytes } from '../../../models/mtp/memory.ts';
import type { InBoth, Lang } from '../../shared/words.ts';

/** The 7B model of Gloeckle et al. 2024 (table S14 for d): one text of 4,096 tokens, numbers of FP32. */
const sizes = { hidden: 4096, vocabulary: 32_000 };
const tokens = 4096;
const counts = [1, 2, 4, 8];

const width = 420;
const left = 56;
const bar = 19;
const row = 54;
const top = 8;
const key = 30;

const zh = {
  label: '头数与 logits、其梯度的显存峰值',
  heads: (heads: number): string => `n = ${String(heads)}`,
  together: '全部前向，再一起反向',
  inTurn: '逐头前向、反向、释放',
};
const words: InBoth<typeof zh> = {
  zh,
  en: {
    label: 'Heads and the peak of memory for logits and their gradients',
    heads: (heads) => `n = ${String(heads)}`,
    together: 'all forward, then all backward',
    inTurn: 'head by head',
  },
};

const gibibytes = (bytes: number): string => `${(bytes / 2 ** 30).toFixed(2)} GiB`;

/** Peaks of both orders of passes, a pair of bars for each number of heads. */
export function Drawing({ lang }: { lang: Lang }) {
  const own = words[lang];
  const peak = (heads: number, order: 'together' | 'in-turn'): number =>
    peakBytes({ ...sizes, heads }, order, tokens);
  const most = peak(Math.max(...counts), 'together');
  const length = (bytes: number): number => (bytes / most) * (width - left - 84);
  const height = top + counts.length * row + key;
  return (
    <svg
      class="living-svg logit-memory"
      viewBox={`0 0 ${String(width)} ${String(height)}`}
      width="100%"
      role="img"
      aria-label={own.label}
    >
      {counts.map((heads, index) => (
        <g key={heads} transform={`translate(0 ${String(top + index * row)})`}>
          <text y={bar} dy="0.35em">
            {own.heads(heads)}
          </text>
          {(['together', 'in-turn'] as const).map((order, place) => (
            <g key={order} transform={`translate(${String(left)} ${String(place * (bar + 2))})`}>
              <rect
                class={`logit-memory-${order}`}
                width={length(peak(heads, order)).toFixed(1)}
                height={bar}
              />
              <text x={length(peak(heads, order)) + 6} y={bar / 2} dy="0.35em">
                {gibibytes(peak(heads, order))}
              </text>
            </g>
          ))}
        </g>
      ))}
      {(['together', 'in-turn'] as const).map((order, place) => (
        <g key={order} transform={`translate(${String(left + place * 178)} ${String(height - 14)})`}>
          <rect class={`logit-memory-${order}`} y="-8" width="14" height="14" />
          <text x="20" dy="0.25em">
            {order === 'together' ? own.together : own.inTurn}
          </text>
        </g>
      ))}
    </svg>
  );
}
