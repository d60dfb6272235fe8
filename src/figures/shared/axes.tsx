import { readable } from './numbers.ts';
import type { Scale } from './scales.ts';

interface AxisProps {
  scale: Scale;
  /** Where the axis lies on the other side, in pixels. */
  at: number;
  /** How many ticks there is room for; by the length of the axis where it is not said. */
  count?: number;
  format?: (value: number) => string;
  /** Name of the quantity, with its unit. */
  label?: string;
}

const lengthOf = ({ range }: Scale): number => Math.abs(range[1] - range[0]);

/** A scale along the lower side: ticks and numbers below the line `at`. */
export function XAxis({
  scale,
  at,
  count = Math.ceil(lengthOf(scale) / 80),
  format = readable,
  label,
}: AxisProps) {
  const [from, to] = scale.range;
  return (
    <g class="living-axis">
      <path d={`M${String(from)} ${String(at)}H${String(to)}`} />
      {scale.ticks(count).map((tick) => (
        <g key={tick} transform={`translate(${String(scale(tick))} ${String(at)})`}>
          <path d="M0 0V5" />
          <text y="18" text-anchor="middle">
            {format(tick)}
          </text>
        </g>
      ))}
      {label !== undefined && (
        <text x={(from + to) / 2} y={at + 36} text-anchor="middle" class="living-axis-label">
          {label}
        </text>
      )}
    </g>
  );
}

/** A scale along the left side; its name stands above, where it can be read. */
export function YAxis({
  scale,
  at,
  count = Math.ceil(lengthOf(scale) / 45),
  format = readable,
  label,
}: AxisProps) {
  const [from, to] = scale.range;
  return (
    <g class="living-axis">
      <path d={`M${String(at)} ${String(from)}V${String(to)}`} />
      {scale.ticks(count).map((tick) => (
        <g key={tick} transform={`translate(${String(at)} ${String(scale(tick))})`}>
          <path d="M0 0H-5" />
          <text x="-8" dy="0.35em" text-anchor="end">
            {format(tick)}
          </text>
        </g>
      ))}
      {label !== undefined && (
        <text x={at} y={Math.min(from, to) - 10} class="living-axis-label">
          {label}
        </text>
      )}
    </g>
  );
}
