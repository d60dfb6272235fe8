import { describe, expect, it } from 'vitest';
import {
  type Design,
  type FlowSizes,
  flowSteps,
  predictionAt,
  projectionParameters,
} from '../../../../src/models/mtp/flow.ts';
import { randomFrom } from '../../../../src/models/random.ts';

const sizes: FlowSizes = { length: 7, hidden: 4, vocabulary: 11, depths: 3 };

type Rows = number[][];

const random = randomFrom(6);
const weights = (rows: number, columns: number): Rows =>
  Array.from({ length: rows }, () => Array.from({ length: columns }, () => random() - 0.5));
const times = (rows: Rows, matrix: Rows): Rows =>
  rows.map((row) => matrix.map((column) => row.reduce((sum, value, i) => sum + value * (column[i] ?? 0), 0)));
/** A layer that mixes each place with those before it. */
const causal = (rows: Rows, matrix: Rows): Rows =>
  times(
    rows.map((row, i) =>
      row.map((_, j) => rows.slice(0, i + 1).reduce((sum, { [j]: value = 0 }) => sum + value, 0)),
    ),
    matrix,
  ).map((row) => row.map(Math.tanh));

/** A small network of each design, written from the papers' equations. Results by step. */
function run(design: Design, tokens: readonly number[]): Rows[] {
  const embedded = tokens.map((token) => fixed.embedding[token] ?? []);
  const results: Rows[] = [embedded, causal(embedded, fixed.trunk)];
  let states = results[1] ?? [];
  if (design === 'sequential') results.push(times(states, fixed.output));
  for (let depth = 1; depth <= sizes.depths; depth += 1) {
    const layer = fixed.layers[depth] ?? [];
    if (design === 'parallel') {
      const head = causal(results[1] ?? [], layer);
      results.push(head, times(head, fixed.output));
      continue;
    }
    const merged = states
      .slice(0, tokens.length - depth)
      .map((row, place) => [...row, ...(embedded[place + depth] ?? [])]);
    const projected = times(merged, fixed.projections[depth] ?? []);
    states = causal(projected, layer);
    results.push(merged, projected, states, times(states, fixed.output));
  }
  return results;
}

const fixed = {
  embedding: weights(sizes.vocabulary, sizes.hidden),
  trunk: weights(sizes.hidden, sizes.hidden),
  output: weights(sizes.vocabulary, sizes.hidden),
  layers: Array.from({ length: sizes.depths + 1 }, () => weights(sizes.hidden, sizes.hidden)),
  projections: Array.from({ length: sizes.depths + 1 }, () => weights(sizes.hidden, 2 * sizes.hidden)),
};

describe.each(['parallel', 'sequential'] as const)('the data flow of %s prediction', (design) => {
  const steps = flowSteps(design, sizes);
  const tokens = Array.from({ length: sizes.length }, () => Math.floor(random() * sizes.vocabulary));

  it('has the shapes that a network of that design has', () => {
    const shapes = run(design, tokens).map((rows) => [rows.length, rows[0]?.length]);
    expect(steps.map(({ shape }) => shape)).toEqual(shapes);
  });

  it('takes only what was computed before', () => {
    for (const [index, { inputs }] of steps.entries()) {
      for (const input of inputs) expect(input).toBeLessThan(index);
    }
  });

  it('rests each prediction on just the tokens that it says', () => {
    const before = run(design, tokens);
    for (const [index, { operation, depth }] of steps.entries()) {
      if (operation !== 'logits') continue;
      for (let place = 1; place <= (before[index]?.length ?? 0); place += 1) {
        const { sees, target } = predictionAt(design, place, depth);
        expect(target).toBeGreaterThan(sees);
        for (let changed = 1; changed <= sizes.length; changed += 1) {
          const other = tokens.map((token, i) =>
            i + 1 === changed ? (token + 1) % sizes.vocabulary : token,
          );
          const after = run(design, other)[index]?.[place - 1];
          const isSame = before[index]?.[place - 1]?.every((value, i) => value === after?.[i]) === true;
          expect(isSame, `token ${String(changed)}, place ${String(place)}, depth ${String(depth)}`).toBe(
            changed > sees,
          );
        }
      }
    }
  });
});

describe('targets', () => {
  it('are those of the papers', () => {
    // Gloeckle et al. 2024: head i predicts x_{t+i}. DeepSeek-V3, equation 23: module k predicts t_{i+k+1}.
    expect(predictionAt('parallel', 10, 3)).toEqual({ sees: 10, target: 13 });
    expect(predictionAt('sequential', 10, 1)).toEqual({ sees: 11, target: 12 });
  });

  it('make a sequential module know one token less than it predicts, a parallel head ever fewer', () => {
    for (const depth of [1, 2, 3]) {
      const { sees, target } = predictionAt('sequential', 4, depth);
      expect(target - sees).toBe(1);
      const parallel = predictionAt('parallel', 4, depth);
      expect(parallel.target - parallel.sees).toBe(depth);
    }
  });

  it('have the matrix of DeepSeek-V3 hold about 0.1 billion parameters', () => {
    expect(projectionParameters(7168)).toBe(7168 * 14_336);
  });
});
