import type { Rounding } from '../../../models/precision/float-pattern.ts';
import { Picture } from '../../shared/picture.tsx';
import { linearScale } from '../../shared/scales.ts';

interface NeighbourLineProps {
  rounding: Rounding;
  wanted: number;
  label: string;
  format: (value: number) => string;
}

const height = 84;

/** The stored number between its neighbours, and where the wanted one lies; the middle alone where one of them is infinite. */
export function NeighbourLine({ rounding, wanted, label, format }: NeighbourLineProps) {
  const { below, value, above } = rounding;
  return (
    <Picture label={label} height={height}>
      {(width) => {
        const inset = Math.min(90, width / 5);
        const middle = width / 2;
        const isFinite = Number.isFinite(below) && Number.isFinite(above);
        const left = linearScale([below, value], [inset, middle]);
        const right = linearScale([value, above], [middle, width - inset]);
        const x = wanted < value ? left(wanted) : right(wanted);
        const marks = isFinite
          ? ([
              [inset, below],
              [middle, value],
              [width - inset, above],
            ] as const)
          : ([[middle, value]] as const);
        return (
          <>
            <path class="float-bits-line" d={`M${String(inset / 2)} 34H${String(width - inset / 2)}`} />
            {isFinite && (
              <path
                class="float-bits-half"
                d={`M${String((inset + middle) / 2)} 26V42M${String((width - inset + middle) / 2)} 26V42`}
              />
            )}
            {marks.map(([at, one]) => (
              <g key={at} transform={`translate(${String(at)} 0)`}>
                <circle class={at === middle ? 'float-bits-value' : 'float-bits-other'} cy="34" r="5" />
                {/* On a narrow picture the outer numbers start at its ends, and the middle one stands below them. */}
                {width >= 480 ? (
                  <text y="60" text-anchor="middle">
                    {format(one)}
                  </text>
                ) : (
                  <text
                    x={at === middle ? 0 : at < middle ? -inset : inset}
                    y={at === middle ? 76 : 58}
                    text-anchor={at === middle ? 'middle' : at < middle ? 'start' : 'end'}
                  >
                    {format(one)}
                  </text>
                )}
              </g>
            ))}
            {isFinite && Number.isFinite(wanted) && (
              <path class="float-bits-wanted" d={`M${String(x)} 27l-5 -12h10z`} />
            )}
          </>
        );
      }}
    </Picture>
  );
}
