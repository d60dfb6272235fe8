interface MaskDrawingProps {
  mask: readonly (readonly boolean[])[];
  /** Row that is marked. */
  chosen: number;
  /** Side of the drawing, in pixels. */
  size: number;
  nameOf: (index: number) => string;
  onPick: (index: number) => void;
}

/** Least side of a cell beside which a name can be read. */
const readableCell = 18;
const margin = 26;

/** A mask as a square of cells, filled where a row sees a column. */
export function MaskDrawing({ mask, chosen, size, nameOf, onPick }: MaskDrawingProps) {
  const cell = (size - margin) / mask.length;
  const place = (index: number): string => (margin + index * cell).toFixed(1);
  const side = (cell * 0.86).toFixed(1);
  const square = (row: number, column: number): string =>
    `M${place(column)} ${place(row)}h${side}v${side}h-${side}z`;
  const cells = (want: (row: number, column: number) => boolean): string =>
    mask.map((row, i) => row.map((_, j) => (want(i, j) ? square(i, j) : '')).join('')).join('');
  const sees = (row: number, column: number): boolean => mask[row]?.[column] === true;
  return (
    <>
      <path class="medusa-tree-blind" d={cells((row, column) => !sees(row, column))} />
      <path class="medusa-tree-sees" d={cells((row, column) => row !== chosen && sees(row, column))} />
      <path class="medusa-tree-row" d={cells((row, column) => row === chosen && sees(row, column))} />
      {mask.map((_, index) => (
        <g key={index}>
          {(cell >= readableCell || index === chosen) && (
            <>
              <text x={margin - 5} y={margin + (index + 0.5) * cell} dy="0.3em" text-anchor="end">
                {nameOf(index)}
              </text>
              <text x={margin + (index + 0.45) * cell} y={margin - 7} text-anchor="middle">
                {nameOf(index)}
              </text>
            </>
          )}
          <rect
            class="medusa-tree-hit"
            x="0"
            y={place(index)}
            width={size}
            height={cell.toFixed(1)}
            onClick={() => {
              onPick(index);
            }}
          />
        </g>
      ))}
    </>
  );
}
