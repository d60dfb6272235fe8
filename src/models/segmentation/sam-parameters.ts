/** What the image encoder of SAM is built with (`build_sam.py` of facebookresearch/segment-anything). */
export interface ImageEncoder {
  /** Channels of a token. */
  readonly channels: number;
  readonly layers: number;
  readonly heads: number;
  /** How many layers attend to all tokens; the others within windows. */
  readonly globalLayers: number;
}

export const imageEncoders = {
  'ViT-B': { channels: 768, layers: 12, heads: 12, globalLayers: 4 },
  'ViT-L': { channels: 1024, layers: 24, heads: 16, globalLayers: 4 },
  'ViT-H': { channels: 1280, layers: 32, heads: 16, globalLayers: 4 },
} as const satisfies Record<string, ImageEncoder>;

/** Pixels of a side of the picture, of a patch, tokens of a side, tokens of a side of a window. */
export const grid = { picture: 1024, patch: 16, tokens: 64, window: 14 } as const;

/** Channels of the embedding of the picture, and of every token of the decoder. */
const embedding = 256;

const linear = (from: number, to: number): number => from * to + to;
const norm = (channels: number): number => 2 * channels;
const convolution = (from: number, to: number, side: number): number => from * to * side * side;

/** Parameters of the image encoder: patches, positions, transformer, neck. */
export function imageEncoderParameters({ channels, layers, heads, globalLayers }: ImageEncoder): number {
  const relative = (side: number): number => 2 * (2 * side - 1) * (channels / heads);
  const layer =
    2 * norm(channels) +
    linear(channels, 3 * channels) +
    linear(channels, channels) +
    linear(channels, 4 * channels) +
    linear(4 * channels, channels);
  return (
    convolution(3, channels, grid.patch) +
    channels +
    grid.tokens ** 2 * channels +
    layers * layer +
    globalLayers * relative(grid.tokens) +
    (layers - globalLayers) * relative(grid.window) +
    convolution(channels, embedding, 1) +
    norm(embedding) +
    convolution(embedding, embedding, 3) +
    norm(embedding)
  );
}

/** Parameters of the prompt encoder: kinds of points and corners, no point, no mask, and masks as prompts. */
export function promptEncoderParameters(): number {
  const masks =
    convolution(1, 4, 2) + 4 + norm(4) + convolution(4, 16, 2) + 16 + norm(16) + linear(16, embedding);
  return 4 * embedding + embedding + embedding + masks;
}

/** Parameters of the mask decoder: two layers, last attention, tokens, upscaling, four heads, IoU head. */
export function maskDecoderParameters(): number {
  const attention = (inner: number): number => 3 * linear(embedding, inner) + linear(inner, embedding);
  const layer =
    attention(embedding) +
    2 * attention(embedding / 2) +
    linear(embedding, 2048) +
    linear(2048, embedding) +
    4 * norm(embedding);
  const upscaling = convolution(embedding, 64, 2) + 64 + norm(64) + convolution(64, 32, 2) + 32;
  const head = (out: number): number => 2 * linear(embedding, embedding) + linear(embedding, out);
  return (
    2 * layer +
    attention(embedding / 2) +
    norm(embedding) +
    5 * embedding +
    upscaling +
    4 * head(32) +
    head(4)
  );
}

/** Pairs of tokens that one head compares in one layer: of all tokens, and within windows of padded tokens. */
export function attentionPairs(): { global: number; windowed: number } {
  const windows = Math.ceil(grid.tokens / grid.window) ** 2;
  return { global: grid.tokens ** 4, windowed: windows * grid.window ** 4 };
}
