import type { Path } from './tree.ts';

/**
 * How often the right token is among the first 1 to 5 guesses of heads 1 to 5, at the end of the authors' training
 * of heads for Vicuna v1.3: noisy, over batches of the training set (FasterDecoding/Medusa, assets/medusa_acc.csv,
 * last record of each run, commit e2a5d20, rounded to three decimals).
 */
export const topAccuracies = {
  '7B': [
    [0.56, 0.672, 0.727, 0.76, 0.78],
    [0.316, 0.424, 0.485, 0.528, 0.562],
    [0.201, 0.288, 0.348, 0.383, 0.417],
    [0.147, 0.225, 0.274, 0.311, 0.34],
    [0.118, 0.187, 0.235, 0.272, 0.3],
  ],
  '13B': [
    [0.594, 0.705, 0.758, 0.792, 0.816],
    [0.34, 0.44, 0.507, 0.546, 0.58],
    [0.216, 0.309, 0.361, 0.403, 0.436],
    [0.15, 0.232, 0.288, 0.323, 0.354],
    [0.122, 0.196, 0.243, 0.279, 0.307],
  ],
} as const;

/** Ranks of the nodes without the root, in the order in which they were added. */
const vicuna7b = `0 00 1 01 000 10 2 02 001 03 3 010 20 4 002 04 11 100 0000 5 003 05 020 30 011 06 6 07
  004 40 12 08 7 030 0001 005 21 006 101 0010 200 50 09 012 8 040 021 13 007 0002 008 110 0100 60 9 013 0003 102
  050 31 0020 70 14`;

/**
 * The tree of 64 nodes, root among them, that the authors use for Medusa-2 on Vicuna-7B (FasterDecoding/Medusa,
 * medusa/model/medusa_choices.py, `vicuna_7b_stage2`, commit e2a5d20; figure 6 of Cai et al. 2024, 2401.10774).
 */
export const vicuna7bTree: readonly Path[] = vicuna7b.split(/\s+/u).map((ranks) => [...ranks].map(Number));
