import type { InBoth } from '../shared/words.ts';

const zh = {
  title: '一次验证平均得到几个 token',
  drafted: '草稿长度 γ',
  rate: '接受率 α',
  axis: '每次验证的期望 token 数 E[τ]',
  summary: (gamma: number, alpha: string, tokens: string, share: string): string =>
    `草稿 ${String(gamma)} 个、接受率 ${alpha} 时，一次验证平均得到 ${tokens} 个 token，是上限 ${String(gamma + 1)} 的 ${share}。`,
};

export const words: InBoth<typeof zh> = {
  zh,
  en: {
    title: 'Tokens from one verification',
    drafted: 'Draft length γ',
    rate: 'Acceptance rate α',
    axis: 'Expected tokens per verification E[τ]',
    summary: (gamma, alpha, tokens, share) =>
      `With ${String(gamma)} drafted tokens and an acceptance rate of ${alpha}, a verification yields ${tokens} tokens on average, ${share} of the ${String(gamma + 1)} possible.`,
  },
};
