/** The run whose gradients the figure shows. */
export const gradientRun = { learningRate: 0.5, steps: 600, batchSize: 32 } as const;
