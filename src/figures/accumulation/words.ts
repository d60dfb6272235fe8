import type { Method } from '../../models/precision/accumulate.ts';
import type { InBoth } from '../shared/words.ts';

const zh = {
  title: '累加的误差',
  format: '累加器的格式',
  terms: '加数',
  kinds: { ones: '全是 1', uniform: '0 到 1 均匀', products: '两个正态数之积的绝对值' },
  length: '项数 n',
  axis: '和的相对误差',
  methods: {
    plain: '逐个相加',
    kahan: 'Kahan 补偿',
    pairwise: '两两相加',
    chunked: '每 128 项转 FP32',
  } satisfies Record<Method, string>,
  reference: 'FP32 逐个相加',
  bound: '逐个相加的上界',
  summary: (format: string, length: string, plain: string, kahan: string, chunked: string): string =>
    `${length} 项用 ${format} 相加：逐个相加的相对误差 ${plain}，Kahan 补偿 ${kahan}，每 128 项转 FP32 为 ${chunked}。`,
};

export const words: InBoth<typeof zh> = {
  zh,
  en: {
    title: 'Errors of a sum',
    format: 'Format of the accumulator',
    terms: 'Terms',
    kinds: {
      ones: 'all ones',
      uniform: 'uniform, 0 to 1',
      products: 'sizes of products of two normal numbers',
    },
    length: 'Number of terms n',
    axis: 'Relative error of the sum',
    methods: {
      plain: 'one by one',
      kahan: 'compensated (Kahan)',
      pairwise: 'pairwise',
      chunked: 'to FP32 every 128',
    },
    reference: 'one by one in FP32',
    bound: 'bound, one by one',
    summary: (format, length, plain, kahan, chunked) =>
      `${length} terms added in ${format}: the relative error is ${plain} one by one, ${kahan} compensated, and ${chunked} with partial sums moved to FP32 every 128 terms.`,
  },
};
