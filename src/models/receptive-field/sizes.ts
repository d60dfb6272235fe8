/** A layer as its receptive field sees it: side of its kernel, and its stride. */
export interface Step {
  readonly kernel: number;
  readonly stride: number;
}

/**
 * Side of the theoretical receptive field of a chain of layers, r = 1 + Σ (k_l − 1) Π_{i<l} s_i (Araujo,
 * Norris and Sim 2019, 10.23915/distill.00021, equation 2).
 */
export function receptiveField(steps: readonly Step[]): number {
  let side = 1;
  let jump = 1;
  for (const { kernel, stride } of steps) {
    side += (kernel - 1) * jump;
    jump *= stride;
  }
  return side;
}

/**
 * The longest path of a ResNet with bottlenecks (He et al. 2015, 1512.03385, table 1): strides are those of
 * the first 1×1 convolution of a stage.
 *
 * @param blocks of the four stages: `[3, 8, 36, 3]` for ResNet-152.
 */
export function resnetSteps(blocks: readonly number[]): Step[] {
  const stem = [
    { kernel: 7, stride: 2 },
    { kernel: 3, stride: 2 },
  ];
  const stages = blocks.flatMap((count, stage) =>
    Array.from({ length: count }, (_, block) => [
      { kernel: 1, stride: stage > 0 && block === 0 ? 2 : 1 },
      { kernel: 3, stride: 1 },
      { kernel: 1, stride: 1 },
    ]).flat(),
  );
  return [...stem, ...stages];
}

/** Channels of features that go in, and of scores that come out. */
export interface Channels {
  readonly features: number;
  readonly classes: number;
}

/** Weights of a k×k convolution, without bias: k²Cn. */
export const denseParameters = (k: number, { features, classes }: Channels): number =>
  k * k * features * classes;

/** Weights of a GCN block: 2(kCn + kn²) (Peng et al. 2017, 1703.02719, figure 2B). */
export const gcnParameters = (k: number, { features, classes }: Channels): number =>
  2 * k * classes * (features + classes);

/** How many 3×3 convolutions reach as far as one of k×k: (k − 1) / 2. */
export const stackDepth = (k: number): number => (k - 1) / 2;

/**
 * Weights of stacked 3×3 convolutions that reach k×k, with m channels in between (Peng et al. 2017,
 * table 4).
 */
export function stackParameters(k: number, { features, classes }: Channels, between: number): number {
  const depth = stackDepth(k);
  if (depth === 1) return 9 * features * classes;
  return 9 * (features * between + (depth - 2) * between ** 2 + between * classes);
}

/** Weights of a boundary refinement: two 3×3 convolutions from classes to classes (figure 2C). */
export const refinementParameters = (classes: number): number => 2 * 9 * classes ** 2;
