/** Rows and columns of what a step yields. */
export type Shape = readonly [rows: number, columns: number];

/** Sizes of a training step over one sequence. */
export interface FlowSizes {
  /** Tokens of the sequence, T. */
  readonly length: number;
  /** Hidden size, d. */
  readonly hidden: number;
  /** Vocabulary, V. */
  readonly vocabulary: number;
  /** Heads n (parallel), or modules D (sequential). */
  readonly depths: number;
}

/** What is done in a step. */
export type Operation =
  | 'embed' // token embeddings
  | 'trunk' // all layers of the main model
  | 'head' // the Transformer layer of a parallel head
  | 'merge' // norms of the hidden states before and of later embeddings, side by side
  | 'project' // the matrix of a module, from 2d to d
  | 'block' // the Transformer block of a module
  | 'logits'; // the output layer that all share

/** A step of the data flow. */
export interface FlowStep {
  readonly operation: Operation;
  /** 0 for the main model; head i, or module k. */
  readonly depth: number;
  /** Indices of the steps whose results it takes. */
  readonly inputs: readonly number[];
  readonly shape: Shape;
}

/** How later tokens are predicted. */
export type Design = 'parallel' | 'sequential';

/**
 * Forward pass of Gloeckle et al. 2024 (arXiv 2404.19737, section 2): head i, one Transformer layer on the
 * trunk, predicts the token i places on. Head 1 is the ordinary one.
 */
function parallelSteps({ length, hidden, vocabulary, depths }: FlowSizes): FlowStep[] {
  const steps: FlowStep[] = [
    { operation: 'embed', depth: 0, inputs: [], shape: [length, hidden] },
    { operation: 'trunk', depth: 0, inputs: [0], shape: [length, hidden] },
  ];
  for (let depth = 1; depth <= depths; depth += 1) {
    steps.push({ operation: 'head', depth, inputs: [1], shape: [length, hidden] });
    steps.push({ operation: 'logits', depth, inputs: [steps.length - 1], shape: [length, vocabulary] });
  }
  return steps;
}

/**
 * Forward pass of DeepSeek-V3 (DeepSeek-AI 2024, arXiv 2412.19437, equations 21 to 23): the main model, then
 * module after module, each on the hidden states before it and on embeddings one place further on.
 */
function sequentialSteps({ length, hidden, vocabulary, depths }: FlowSizes): FlowStep[] {
  const steps: FlowStep[] = [
    { operation: 'embed', depth: 0, inputs: [], shape: [length, hidden] },
    { operation: 'trunk', depth: 0, inputs: [0], shape: [length, hidden] },
    { operation: 'logits', depth: 0, inputs: [1], shape: [length, vocabulary] },
  ];
  let states = 1;
  for (let depth = 1; depth <= depths; depth += 1) {
    const rows = length - depth;
    const at = steps.length;
    steps.push(
      { operation: 'merge', depth, inputs: [states, 0], shape: [rows, 2 * hidden] },
      { operation: 'project', depth, inputs: [at], shape: [rows, hidden] },
      { operation: 'block', depth, inputs: [at + 1], shape: [rows, hidden] },
      { operation: 'logits', depth, inputs: [at + 2], shape: [rows, vocabulary] },
    );
    states = at + 2;
  }
  return steps;
}

export const flowSteps = (design: Design, sizes: FlowSizes): FlowStep[] =>
  design === 'parallel' ? parallelSteps(sizes) : sequentialSteps(sizes);

/** What a depth can know at a place of the text, and what it is asked for. Places count from 1. */
export interface Prediction {
  /** The last token that the prediction rests on; all before it count too. */
  readonly sees: number;
  /** The token that is predicted. */
  readonly target: number;
}

/** @param depth head 1 to n, or depth 0 (the main model) to D. */
export const predictionAt = (design: Design, place: number, depth: number): Prediction =>
  design === 'parallel'
    ? { sees: place, target: place + depth }
    : { sees: place + depth, target: place + depth + 1 };

/** Parameters of the matrix that a module merges with: d × 2d. */
export const projectionParameters = (hidden: number): number => 2 * hidden ** 2;
