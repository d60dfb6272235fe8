import type { InBoth } from '../shared/words.ts';

interface Facts {
  temperature: string;
  entropy: string;
  falling: string;
  epsilon: string;
  threshold: string;
  isHard: boolean;
  count: number;
  share: string;
  second: string;
  secondPasses: boolean;
}

const zh = {
  title: '典型接受：哪些 token 合格',
  shape: '原模型的 logits',
  shapes: { peak: '一枝独秀', fork: '两可', flat: '平坦' },
  temperature: '温度',
  epsilon: 'ε',
  tied: 'δ = √ε',
  delta: 'δ',
  probability: '概率',
  token: '按概率排的 token',
  threshold: '阈值',
  summary: (facts: Facts): string =>
    `温度 ${facts.temperature}：熵 H = ${facts.entropy} nat，δe⁻ᴴ = ${facts.falling}，` +
    `阈值取${facts.isHard ? `硬阈值 ε = ${facts.epsilon}` : `随熵下降的 ${facts.threshold}`}。` +
    `合格 ${String(facts.count)} 个 token，合占概率 ${facts.share}。` +
    `若草稿是第二名：拒绝采样有 ${facts.second} 的机会接受，典型接受${facts.secondPasses ? '必收' : '必拒'}。`,
};

export const words: InBoth<typeof zh> = {
  zh,
  en: {
    title: 'Typical acceptance: which tokens pass',
    shape: 'Logits of the original model',
    shapes: { peak: 'One leads', fork: 'Two contend', flat: 'Flat' },
    temperature: 'Temperature',
    epsilon: 'ε',
    tied: 'δ = √ε',
    delta: 'δ',
    probability: 'Probability',
    token: 'Tokens by probability',
    threshold: 'threshold',
    summary: (facts) =>
      `Temperature ${facts.temperature}: entropy H = ${facts.entropy} nat, δe⁻ᴴ = ${facts.falling}; ` +
      `the threshold is ${facts.isHard ? `the hard ε = ${facts.epsilon}` : `the falling ${facts.threshold}`}. ` +
      `${String(facts.count)} tokens pass, with ${facts.share} of the probability. ` +
      `Were the second one drafted, rejection sampling would accept it with chance ${facts.second}; typical acceptance ${facts.secondPasses ? 'always' : 'never'} does.`,
  },
};
