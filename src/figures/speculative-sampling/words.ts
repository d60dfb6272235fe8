import type { InBoth } from '../shared/words.ts';

const zh = {
  title: '接受、拒绝与补采：输出怎样变回 p',
  token: (place: number): string => `token ${'ABCD'[place] ?? ''}`,
  target: (place: number): string => `p 的权重，${'ABCD'[place] ?? ''}`,
  draft: (place: number): string => `q 的权重，${'ABCD'[place] ?? ''}`,
  targets: '目标 p',
  drafts: '草稿 q',
  overlap: '接受 min(p, q)',
  residual: '补采 (1 − β)·残差',
  output: '抽样得到的份额',
  redraw: '拒绝后改从 p 重采（错误的做法）',
  draw: (count: string): string => `抽 ${count} 次`,
  clear: '清空样本',
  probability: '概率',
  samples: '样本数',
  variation: '样本与 p 的全变差距离',
  bound: '抽样误差的 99.9% 上界',
  exact: '按公式得到的距离',
  summary: (beta: string, samples: string, variation: string, bound: string): string =>
    `接受率 β = ${beta}。抽了 ${samples} 次，样本与 p 的全变差距离 ${variation}，纯抽样误差的 99.9% 上界是 ${bound}。`,
  none: (beta: string, off: string): string =>
    `接受率 β = ${beta}。按公式，输出与 p 的全变差距离是 ${off}；还没有抽样。`,
};

export const words: InBoth<typeof zh> = {
  zh,
  en: {
    title: 'Accept, reject, draw again: how the output becomes p',
    token: (place) => `token ${'ABCD'[place] ?? ''}`,
    target: (place) => `Weight in p, ${'ABCD'[place] ?? ''}`,
    draft: (place) => `Weight in q, ${'ABCD'[place] ?? ''}`,
    targets: 'target p',
    drafts: 'draft q',
    overlap: 'accepted min(p, q)',
    residual: 'drawn again (1 − β)·residual',
    output: 'share of samples',
    redraw: 'Draw from p itself after a rejection (wrong)',
    draw: (count) => `Draw ${count}`,
    clear: 'Forget samples',
    probability: 'Probability',
    samples: 'Samples',
    variation: 'total variation between samples and p',
    bound: '99.9% bound of the sampling error',
    exact: 'distance by the formula',
    summary: (beta, samples, variation, bound) =>
      `The acceptance rate β is ${beta}. After ${samples} samples their total variation from p is ${variation}; sampling alone stays below ${bound} in 99.9% of cases.`,
    none: (beta, off) =>
      `The acceptance rate β is ${beta}. By the formula the output is at a total variation of ${off} from p; nothing has been drawn yet.`,
  },
};
