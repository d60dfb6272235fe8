import type { InBoth } from '../shared/words.ts';

const zh = {
  title: '梯度直方图与损失缩放',
  format: '梯度的格式',
  scale: '损失缩放 S',
  points: '损失对多少个样本取平均',
  axis: '梯度的大小 |g|·S',
  share: '占非零梯度的份额',
  lost: '归零',
  subnormal: '次正规',
  normal: '正规',
  overflow: '溢出',
  summary: (format: string, scale: string, lost: string, subnormal: string, overflow: string): string =>
    `${format}，S = ${scale}：非零的激活梯度有 ${lost} 归零，${subnormal} 落在次正规区，${overflow} 溢出。`,
};

export const words: InBoth<typeof zh> = {
  zh,
  en: {
    title: 'Histogram of gradients, and loss scaling',
    format: 'Format of gradients',
    scale: 'Loss scale S',
    points: 'Samples that the loss is averaged over',
    axis: 'Size of gradients |g|·S',
    share: 'Share of gradients that are not zero',
    lost: 'lost',
    subnormal: 'subnormal',
    normal: 'normal',
    overflow: 'overflow',
    summary: (format, scale, lost, subnormal, overflow) =>
      `${format}, S = ${scale}: of the activation gradients that are not zero, ${lost} become zero, ${subnormal} are subnormal and ${overflow} overflow.`,
  },
};
