import type { InBoth } from '../shared/words.ts';

const zh = {
  title: '加速比随接受率、草稿成本与草稿长度的变化',
  alpha: '接受率 α',
  c: '草稿成本 c',
  gamma: '草稿长度 γ',
  best: '每处取最优 γ',
  none: '不用草稿',
  tokens: '每轮期望 token 数',
  summary: (alpha: string, c: string, gamma: number, tokens: string, gain: string, best: string): string =>
    `α = ${alpha}、c = ${c}、γ = ${String(gamma)}：每轮期望产出 ${tokens} 个 token，加速比 ${gain} 倍。${best}`,
  bestHere: (gamma: number, gain: string): string => `这里最优的是 γ = ${String(gamma)}，${gain} 倍。`,
  useless: 'α 不大于 c，任何 γ 都不赚。',
};

export const words: InBoth<typeof zh> = {
  zh,
  en: {
    title: 'Gain in time over acceptance rate, cost of drafts and their length',
    alpha: 'Acceptance rate α',
    c: 'Cost of a draft step c',
    gamma: 'Draft length γ',
    best: 'Best γ at every point',
    none: 'no drafts',
    tokens: 'Expected tokens a round',
    summary: (alpha, c, gamma, tokens, gain, best) =>
      `With α = ${alpha}, c = ${c} and γ = ${String(gamma)} a round yields ${tokens} tokens on average, a gain of ${gain} times. ${best}`,
    bestHere: (gamma, gain) => `Best here is γ = ${String(gamma)}, with ${gain} times.`,
    useless: 'As α is not larger than c, no γ pays.',
  },
};
