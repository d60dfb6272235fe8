/** A dense matrix, row after row. */
export interface Matrix {
  readonly rows: number;
  readonly columns: number;
  readonly values: Float64Array;
}

/** `M = U diag(σ) Vᵀ`, with the singular values from the largest to the smallest. */
export interface Svd {
  /** rows × p, p the lesser of rows and columns. */
  readonly left: Matrix;
  /** p of them. */
  readonly singular: Float64Array;
  /** columns × p. */
  readonly right: Matrix;
}

export const matrixOf = (
  rows: number,
  columns: number,
  entry: (row: number, column: number) => number,
): Matrix => ({
  rows,
  columns,
  values: Float64Array.from({ length: rows * columns }, (_, index) =>
    entry(Math.floor(index / columns), index % columns),
  ),
});

export const entryOf = ({ columns, values }: Matrix, row: number, column: number): number =>
  values[row * columns + column] ?? 0;

export const transpose = (matrix: Matrix): Matrix =>
  matrixOf(matrix.columns, matrix.rows, (row, column) => entryOf(matrix, column, row));

export function multiply(first: Matrix, second: Matrix): Matrix {
  if (first.columns !== second.rows) throw new RangeError('The inner sizes of a product must be the same.');
  return matrixOf(first.rows, second.columns, (row, column) => {
    let total = 0;
    for (let at = 0; at < first.columns; at += 1)
      total += entryOf(first, row, at) * entryOf(second, at, column);
    return total;
  });
}

/** The square root of the sum of squares. */
export const frobenius = ({ values }: Matrix): number =>
  Math.sqrt(values.reduce((total, value) => total + value * value, 0));

/** Columns of a matrix as vectors of their own. */
const columnsOf = (matrix: Matrix): Float64Array[] =>
  Array.from({ length: matrix.columns }, (_, column) =>
    Float64Array.from({ length: matrix.rows }, (__, row) => entryOf(matrix, row, column)),
  );

const dot = (a: Float64Array, b: Float64Array): number =>
  a.reduce((total, value, index) => total + value * (b[index] ?? 0), 0);

/** Turns two vectors in their plane. */
function rotate(a: Float64Array, b: Float64Array, cosine: number, sine: number): void {
  for (const [index, x] of a.entries()) {
    const y = b[index] ?? 0;
    a[index] = cosine * x - sine * y;
    b[index] = sine * x + cosine * y;
  }
}

/** Turns every pair of columns until it is orthogonal; whether one had to be turned. */
function sweep(columns: readonly Float64Array[], turned: readonly Float64Array[]): boolean {
  let isChanged = false;
  for (const [p, a] of columns.entries()) {
    for (const [offset, b] of columns.slice(p + 1).entries()) {
      const [alpha, beta, gamma] = [dot(a, a), dot(b, b), dot(a, b)];
      if (Math.abs(gamma) <= Number.EPSILON * Math.sqrt(alpha * beta)) continue;
      isChanged = true;
      const zeta = (beta - alpha) / (2 * gamma);
      const tangent = (zeta < 0 ? -1 : 1) / (Math.abs(zeta) + Math.hypot(1, zeta));
      const cosine = 1 / Math.hypot(1, tangent);
      rotate(a, b, cosine, cosine * tangent);
      const [v, w] = [turned[p], turned[p + 1 + offset]];
      if (v && w) rotate(v, w, cosine, cosine * tangent);
    }
  }
  return isChanged;
}

/** Sweeps after which columns that are still not orthogonal are so by rounding alone. */
const mostSweeps = 40;

/**
 * Singular value decomposition by one-sided Jacobi rotations (Hestenes 1958; Golub and Van Loan, Matrix
 * Computations, 4th edition, section 8.6): columns are turned in pairs until all are orthogonal; their lengths are
 * the singular values, to full relative accuracy. A left vector of a singular value 0 is 0.
 */
export function svd(matrix: Matrix): Svd {
  if (matrix.rows < matrix.columns) {
    const { left, singular, right } = svd(transpose(matrix));
    return { left: right, singular, right: left };
  }
  const columns = columnsOf(matrix);
  const turned = columns.map((_, index) =>
    Float64Array.from({ length: matrix.columns }, (__, row) => (row === index ? 1 : 0)),
  );
  for (let count = 0; count < mostSweeps && sweep(columns, turned); count += 1);
  const lengths = columns.map((column) => Math.sqrt(dot(column, column)));
  const order = lengths.map((_, index) => index).toSorted((a, b) => (lengths[b] ?? 0) - (lengths[a] ?? 0));
  const at = (index: number): number => order[index] ?? 0;
  return {
    left: matrixOf(matrix.rows, columns.length, (row, index) => {
      const length = lengths[at(index)] ?? 0;
      return length === 0 ? 0 : (columns[at(index)]?.[row] ?? 0) / length;
    }),
    singular: Float64Array.from(order, (index) => lengths[index] ?? 0),
    right: matrixOf(matrix.columns, columns.length, (row, index) => turned[at(index)]?.[row] ?? 0),
  };
}
