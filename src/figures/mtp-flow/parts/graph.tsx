import type { Design, FlowStep } from '../../../models/mtp/flow.ts';

interface GraphProps {
  design: Design;
  steps: readonly FlowStep[];
  /** Steps after this one have not been done. */
  current: number;
  width: number;
  top: number;
  boxText: (step: FlowStep) => string;
  shapeText: (step: FlowStep) => string;
  onPick: (index: number) => void;
}

const boxHeight = 38;
const rowHeight = 58;

/** Rows from below, by what is done; heads and modules stand side by side. */
const rows: Readonly<Record<Design, Readonly<Partial<Record<FlowStep['operation'], number>>>>> = {
  parallel: { embed: 0, trunk: 1, head: 2, logits: 3 },
  sequential: { embed: 0, trunk: 1, merge: 1, project: 2, block: 3, logits: 4 },
};

export const graphHeight = 5 * rowHeight;

/** Boxes for steps, lines from what a step takes. */
export function Graph({ design, steps, current, width, top, boxText, shapeText, onPick }: GraphProps) {
  const depths = Math.max(...steps.map(({ depth }) => depth));
  const columns = design === 'parallel' ? depths : depths + 1;
  const columnWidth = Math.min(150, width / columns);
  const left = (width - columns * columnWidth) / 2;
  const lowest = design === 'parallel' ? 3 : 4;
  const boxWidth = columnWidth - 10;
  const boxes = steps.map((step) => {
    const isShared = step.operation === 'embed' || (design === 'parallel' && step.operation === 'trunk');
    const column = design === 'parallel' ? step.depth - 1 : step.depth;
    return {
      x: isShared ? width / 2 : left + (column + 0.5) * columnWidth,
      y: top + (lowest - (rows[design][step.operation] ?? 0)) * rowHeight + boxHeight / 2,
      // Embeddings feed every module, so that their box spans all columns.
      width: isShared ? columns * columnWidth - 10 : boxWidth,
    };
  });
  const line = (from: number, to: number): string => {
    const [start, end] = [boxes[from], boxes[to]];
    if (!start || !end) return '';
    const isAside = steps[to]?.operation === 'merge' && steps[from]?.operation !== 'embed';
    if (isAside) {
      const bend = String(end.x - boxWidth / 2 - 5);
      return `M${String(start.x + boxWidth / 2)} ${String(start.y)}H${bend}V${String(end.y)}H${String(end.x - boxWidth / 2)}`;
    }
    const reach = Math.min(Math.max(end.x, start.x - start.width / 2), start.x + start.width / 2);
    return `M${String(reach)} ${String(start.y - boxHeight / 2)}L${String(end.x)} ${String(end.y + boxHeight / 2)}`;
  };
  return (
    <>
      {steps.map(({ inputs }, to) =>
        inputs.map((from) => (
          <path
            key={`${String(from)} ${String(to)}`}
            class={to === current ? 'mtp-flow-line mtp-flow-now' : 'mtp-flow-line'}
            d={line(from, to)}
          />
        )),
      )}
      {steps.map((step, index) => {
        const { x = 0, y = 0, width: own = 0 } = boxes[index] ?? {};
        const state =
          index === current ? 'mtp-flow-now' : index < current ? 'mtp-flow-done' : 'mtp-flow-later';
        return (
          <g
            key={index}
            class={`mtp-flow-box ${state}`}
            transform={`translate(${String(x)} ${String(y)})`}
            onClick={() => {
              onPick(index);
            }}
          >
            <rect x={-own / 2} y={-boxHeight / 2} width={own} height={boxHeight} />
            <text text-anchor="middle" dy="-0.25em">
              {boxText(step)}
            </text>
            <text class="mtp-flow-shape" text-anchor="middle" dy="1.05em">
              {shapeText(step)}
            </text>
          </g>
        );
      })}
    </>
  );
}
