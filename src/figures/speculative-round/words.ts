import type { InBoth } from '../shared/words.ts';

const zh = {
  title: '逐步看一轮投机解码',
  gamma: '草稿长度 γ',
  order: '草稿模型看几个字',
  again: '换一组随机数',
  text: '文本',
  drafted: '草稿',
  columns: {
    place: '位',
    token: '字',
    q: 'q',
    p: 'p',
    accept: 'min(1, p/q)',
    uniform: '随机数 u',
    verdict: '结果',
  },
  verdicts: { accepted: '接受', rejected: '拒绝', dropped: '作废', waiting: '待验' },
  candidates: { target: '目标 p 的前五名', residual: '残差的前五名', draft: '草稿 q 的前五名' },
  steps: {
    draft: (place: number, token: string, q: string): string =>
      `起草第 ${String(place)} 个字：草稿模型以概率 ${q} 抽到“${token}”。`,
    verified: (gamma: number): string => `大模型做一次前向，同时得到 ${String(gamma + 1)} 个位置的分布 p。`,
    accepted: (token: string, uniform: string, chance: string): string =>
      `“${token}”：u = ${uniform} 小于 ${chance}，接受。`,
    rejected: (token: string, uniform: string, chance: string): string =>
      `“${token}”：u = ${uniform} 不小于 ${chance}，拒绝，后面的草稿作废。`,
    redrawn: (token: string, count: number): string =>
      `从残差分布补采到“${token}”，本轮产出 ${String(count)} 个字。`,
    bonus: (token: string, count: number): string =>
      `草稿全部通过，再从目标分布多送一个“${token}”，本轮产出 ${String(count)} 个字。`,
  },
  total: (rounds: number, tokens: number, mean: string): string =>
    `累计 ${String(rounds)} 轮，写出 ${String(tokens)} 个字，平均每轮 ${mean} 个。`,
  lineBreak: '↵',
};

export const words: InBoth<typeof zh> = {
  zh,
  en: {
    title: 'A round of speculative decoding, step by step',
    gamma: 'Draft length γ',
    order: 'Characters that the draft model sees',
    again: 'Other random numbers',
    text: 'Text',
    drafted: 'Drafts',
    columns: {
      place: '#',
      token: 'Token',
      q: 'q',
      p: 'p',
      accept: 'min(1, p/q)',
      uniform: 'Uniform u',
      verdict: 'Verdict',
    },
    verdicts: { accepted: 'accepted', rejected: 'rejected', dropped: 'dropped', waiting: 'waiting' },
    candidates: {
      target: 'Top five of the target p',
      residual: 'Top five of the residual',
      draft: 'Top five of the draft q',
    },
    steps: {
      draft: (place, token, q) =>
        `Draft ${String(place)}: the draft model draws “${token}”, which has probability ${q}.`,
      verified: (gamma) => `One pass of the target model gives p at ${String(gamma + 1)} places.`,
      accepted: (token, uniform, chance) => `“${token}”: u = ${uniform} is less than ${chance}; accepted.`,
      rejected: (token, uniform, chance) =>
        `“${token}”: u = ${uniform} is not less than ${chance}; rejected, and the drafts behind it are dropped.`,
      redrawn: (token, count) =>
        `“${token}” is drawn from the residual; the round yields ${String(count)} tokens.`,
      bonus: (token, count) =>
        `All drafts pass, and the target adds “${token}”; the round yields ${String(count)} tokens.`,
    },
    total: (rounds, tokens, mean) =>
      `${String(rounds)} rounds so far, ${String(tokens)} tokens, ${mean} a round.`,
    lineBreak: '↵',
  },
};
