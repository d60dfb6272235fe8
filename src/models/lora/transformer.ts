/** One weight matrix of a block: `outputs × inputs`. */
export interface Linear {
  readonly name: 'q' | 'k' | 'v' | 'o' | 'gate' | 'up' | 'down';
  readonly outputs: number;
  readonly inputs: number;
  readonly hasBias: boolean;
}

/** A decoder-only transformer, as far as its sizes go. */
export interface Transformer {
  readonly vocabulary: number;
  /** Width of the residual stream. */
  readonly hidden: number;
  readonly layers: number;
  readonly heads: number;
  /** Fewer than `heads` with grouped queries; heads are `hidden / heads` wide. */
  readonly keyValueHeads: number;
  /** Width inside the MLP. */
  readonly intermediate: number;
  /** SwiGLU has three matrices, GELU two. */
  readonly mlp: 'swiglu' | 'gelu';
  /** RMSNorm has a gain, LayerNorm a gain and a bias. */
  readonly norm: 'rms' | 'layer';
  readonly biases: 'none' | 'qkv' | 'all';
  /** Learned positions; 0 for rotary embeddings. */
  readonly positions: number;
  /** Whether the output layer is the embedding itself. */
  readonly isTied: boolean;
}

const qwen = {
  mlp: 'swiglu',
  norm: 'rms',
  biases: 'qkv',
  positions: 0,
  isTied: false,
} as const;

/**
 * The models of the article. Qwen1.5: `config.json` of Qwen/Qwen1.5-7B-Chat and Qwen/Qwen1.5-72B-Chat; GPT-3:
 * Brown et al. 2020 (2005.14165), table 2.1, with GPT-2's vocabulary.
 */
export const transformers = {
  'Qwen1.5-7B': {
    ...qwen,
    vocabulary: 151_936,
    hidden: 4096,
    layers: 32,
    heads: 32,
    keyValueHeads: 32,
    intermediate: 11_008,
  },
  'Qwen1.5-72B': {
    ...qwen,
    vocabulary: 152_064,
    hidden: 8192,
    layers: 80,
    heads: 64,
    keyValueHeads: 64,
    intermediate: 24_576,
  },
  'GPT-3 175B': {
    vocabulary: 50_257,
    hidden: 12_288,
    layers: 96,
    heads: 96,
    keyValueHeads: 96,
    intermediate: 49_152,
    mlp: 'gelu',
    norm: 'layer',
    biases: 'all',
    positions: 2048,
    isTied: true,
  },
} as const satisfies Record<string, Transformer>;

/** Width of keys and of values, over all heads. */
export const keyValueWidth = ({ hidden, heads, keyValueHeads }: Transformer): number =>
  (hidden / heads) * keyValueHeads;

/** The matrices of one block. */
export function linearsOf(model: Transformer): Linear[] {
  const { hidden, intermediate, biases, mlp } = model;
  const keyValue = keyValueWidth(model);
  const inAttention = biases !== 'none';
  const all = biases === 'all';
  return [
    { name: 'q', outputs: hidden, inputs: hidden, hasBias: inAttention },
    { name: 'k', outputs: keyValue, inputs: hidden, hasBias: inAttention },
    { name: 'v', outputs: keyValue, inputs: hidden, hasBias: inAttention },
    { name: 'o', outputs: hidden, inputs: hidden, hasBias: all },
    ...(mlp === 'swiglu'
      ? [{ name: 'gate' as const, outputs: intermediate, inputs: hidden, hasBias: all }]
      : []),
    { name: 'up', outputs: intermediate, inputs: hidden, hasBias: all },
    { name: 'down', outputs: hidden, inputs: intermediate, hasBias: all },
  ];
}

/** How many numbers a model consists of, by kind. */
export interface ParameterCounts {
  /** Weights of all matrices inside blocks: what adapters and quantisation touch. */
  readonly linears: number;
  readonly biases: number;
  readonly norms: number;
  /** Embedding, learned positions, and the output layer where it is one of its own. */
  readonly embeddings: number;
  readonly total: number;
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

export function parameterCounts(model: Transformer): ParameterCounts {
  const { vocabulary, hidden, layers, norm, positions, isTied } = model;
  const blocks = linearsOf(model);
  const linears = layers * sum(blocks.map(({ outputs, inputs }) => outputs * inputs));
  const biases = layers * sum(blocks.map(({ outputs, hasBias }) => (hasBias ? outputs : 0)));
  // Two in each block, and one before the output.
  const norms = (2 * layers + 1) * hidden * (norm === 'layer' ? 2 : 1);
  const embeddings = ((isTied ? 1 : 2) * vocabulary + positions) * hidden;
  return { linears, biases, norms, embeddings, total: linears + biases + norms + embeddings };
}
