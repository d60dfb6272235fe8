import type { samples } from '../../models/lora/samples.ts';
import type { InBoth } from '../shared/words.ts';

interface Words {
  title: string;
  matrix: string;
  names: Readonly<Record<keyof typeof samples, string>>;
  rank: string;
  whole: string;
  approximation: (rank: number) => string;
  axis: string;
  errorAxis: string;
  bound: string;
  random: string;
  share: string;
  summary: (state: {
    rank: number;
    error: string;
    random: string;
    numbers: string;
    all: string;
    share: string;
  }) => string;
}

const zh: Words = {
  title: '一个矩阵的最佳低秩近似',
  matrix: '矩阵 Δ',
  names: { tuned: '微调一层得到', planted: '四个方向加噪声', power: '奇异值按 1/i 衰减', noise: '纯噪声' },
  rank: '秩 r',
  whole: 'Δ，32 × 24',
  approximation: (rank) => `秩 ${String(rank)} 的最佳近似`,
  axis: '秩 r',
  errorAxis: '相对误差 / 参数占比',
  bound: 'Eckart–Young 下界（线）与截断 SVD（点）',
  random: '随机 A、最佳 B',
  share: '参数占比 r(d+k)/dk',
  summary: ({ rank, error, random, numbers, all, share }) =>
    `秩 ${String(rank)}：截断 SVD 的相对误差 ${error}，与 Eckart–Young 下界相等；A 随机而只选 B 时是 ${random}。两个因子共 ${numbers} 个数，是 ${all} 个的 ${share}。`,
};

export const words: InBoth<Words> = {
  zh,
  en: {
    title: 'The best approximation of a matrix with low rank',
    matrix: 'Matrix Δ',
    names: {
      tuned: 'from fine-tuning a layer',
      planted: 'four directions and noise',
      power: 'singular values as 1/i',
      noise: 'noise alone',
    },
    rank: 'Rank r',
    whole: 'Δ, 32 × 24',
    approximation: (rank) => `Best of rank ${String(rank)}`,
    axis: 'Rank r',
    errorAxis: 'Relative error, share of parameters',
    bound: 'Eckart–Young bound (line), truncated SVD (dots)',
    random: 'Random A, best B',
    share: 'Share of parameters r(d+k)/dk',
    summary: ({ rank, error, random, numbers, all, share }) =>
      `Rank ${String(rank)}: the relative error of the truncated SVD is ${error}, the bound of Eckart and Young; with a random A and the best B it is ${random}. The factors hold ${numbers} numbers, ${share} of ${all}.`,
  },
};
