import type { Input, Moment } from '../../models/eagle/drafting.ts';
import type { InBoth } from '../shared/words.ts';

interface Words {
  title: string;
  input: string;
  inputs: Readonly<Record<Input, string>>;
  sampled: string;
  strip: string;
  tokens: string;
  features: string;
  plane: string;
  planeEmpty: string;
  bars: string;
  barsEmpty: string;
  target: string;
  draft: string;
  answer: string;
  moments: Readonly<Record<Moment, string>>;
  /** What is open about the feature that is guessed. */
  open: (state: { possible: number; bits: string; residual: string }) => string;
  closed: string;
  tokenOnly: string;
  acceptance: (rate: string) => string;
  verified: (first: string, second: string) => string;
  unverified: string;
}

const zh: Words = {
  title: '一轮起草：草稿模型在每一步知道什么',
  input: '草稿的输入',
  inputs: {
    token: '只有 token',
    feature: '只有特征',
    unshifted: '特征 + 同位 token',
    shifted: '特征 + 提前一位的 token（EAGLE）',
  },
  sampled: '目标抽到',
  strip: '序列的四个位置：token 与特征',
  tokens: 'token',
  features: '特征',
  plane: '下一特征的候选（圆点，面积为概率）与最优回归（叉）',
  planeEmpty: '还没有要预测的特征',
  bars: '再下一个 token 的分布',
  barsEmpty: '还没有分布',
  target: '目标 p',
  draft: '草稿 q',
  answer: '最优回归',
  moments: {
    forward: '目标模型处理完 I，得到它的特征 f₁。',
    sample: '从 softmax(W f₁) 抽出 t₂；目标模型还没有处理它。',
    'draft-1': '草稿模型预测 f₂。',
    'token-1': 'LM head 作用于预测的特征，取概率最高的 token 作 t₃。',
    'draft-2': '草稿模型预测 f₃，输入里已有自己的预测。',
    'token-2': '再取一个 token，草稿完成。',
    verify: '目标模型一次前向得到真实的 f₂、f₃，替换掉预测值。',
  },
  open: ({ possible, bits, residual }) =>
    `输入没有说抽到了什么：下一特征有 ${String(possible)} 种可能（不少于 1% 的），剩 ${bits} bit，最优回归的均方误差是 ${residual}，再训也降不下去。`,
  closed: '输入说明了抽到什么：下一特征只有一种可能，剩 0 bit。',
  tokenOnly: '信息并不缺，但没有特征可以接着算：准不准取决于小模型自己的能力，这里不作假设。',
  acceptance: (rate) => `按 q 抽的下一个 token 被接受的概率是 ${rate}。`,
  verified: (first, second) => `两个草稿位置上按 q 抽样的接受概率依次是 ${first} 与 ${second}。`,
  unverified: '接受与否取决于小模型。',
};

export const words: InBoth<Words> = {
  zh,
  en: {
    title: 'A round of drafting: what the draft model knows at each step',
    input: 'Input of the draft',
    inputs: {
      token: 'tokens',
      feature: 'features',
      unshifted: 'features and their tokens',
      shifted: 'features and next tokens (EAGLE)',
    },
    sampled: 'The target draws',
    strip: 'Four places of the sequence: tokens and features',
    tokens: 'token',
    features: 'feature',
    plane: 'Candidates for the next feature (dots, area is probability) and the best regression (cross)',
    planeEmpty: 'no feature to guess yet',
    bars: 'Distribution of the token after that',
    barsEmpty: 'no distribution yet',
    target: 'target p',
    draft: 'draft q',
    answer: 'best regression',
    moments: {
      forward: 'The target has read I and has its feature f₁.',
      sample: 't₂ is drawn from softmax(W f₁); the target has not read it yet.',
      'draft-1': 'The draft model guesses f₂.',
      'token-1': 'The output layer reads the guess; the likeliest token becomes t₃.',
      'draft-2': 'The draft model guesses f₃, with its own guess among its inputs.',
      'token-2': 'One more token, and the draft is done.',
      verify: 'One pass of the target yields the true f₂ and f₃, which replace the guesses.',
    },
    open: ({ possible, bits, residual }) =>
      `The input does not say what was drawn: ${String(possible)} features are possible (with 1% or more), ${bits} bits are open, and the best regression has a mean squared error of ${residual} that no training removes.`,
    closed: 'The input says what was drawn: one feature is possible, 0 bits are open.',
    tokenOnly:
      'No information is missing, but there is no feature to continue: how good it is depends on the small model, of which nothing is assumed here.',
    acceptance: (rate) => `A token drawn from q is accepted with probability ${rate}.`,
    verified: (one, two) => `Tokens drawn from q are accepted with probability ${one}, then ${two}.`,
    unverified: 'Acceptance depends on the small model.',
  },
};
