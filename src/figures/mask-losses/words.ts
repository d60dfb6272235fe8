import type { InBoth } from '../shared/words.ts';

interface Words {
  title: string;
  gamma: string;
  alpha: string;
  right: string;
  share: string;
  pixel: string;
  object: string;
  foreground: string;
  background: string;
  entropy: string;
  focal: string;
  dice: string;
  pixelLoss: string;
  missedLoss: string;
  summary: (right: string, ratio: string, share: string, focal: string, dice: string) => string;
}

export const words: InBoth<Words> = {
  zh: {
    title: 'focal 与 dice 损失',
    gamma: '聚焦 γ',
    alpha: '前景权重 α',
    right: '真类概率 π',
    share: '物体占全图',
    pixel: '一个像素的损失',
    object: '把物体全漏掉的损失',
    foreground: '前景像素',
    background: '背景像素',
    entropy: '交叉熵，γ=0',
    focal: '20 × focal',
    dice: 'dice',
    pixelLoss: '损失',
    missedLoss: '整张掩码的损失',
    summary: (right, ratio, share, focal, dice) =>
      `真类概率 ${right} 的像素，focal 是同权重交叉熵的 ${ratio}。物体占全图 ${share} 而全判为背景（概率 0.98）时，20 倍 focal 是 ${focal}，dice 是 ${dice}。`,
  },
  en: {
    title: 'Focal and dice loss',
    gamma: 'Focusing γ',
    alpha: 'Foreground weight α',
    right: 'Probability π of the truth',
    share: 'Object, of the picture',
    pixel: 'Loss of one pixel',
    object: 'Loss of missing the object',
    foreground: 'foreground',
    background: 'background',
    entropy: 'cross entropy, γ=0',
    focal: '20 × focal',
    dice: 'dice',
    pixelLoss: 'Loss',
    missedLoss: 'Loss of the whole mask',
    summary: (right, ratio, share, focal, dice) =>
      `Where the truth has a probability of ${right}, focal loss is ${ratio} of cross entropy with the same weight. For an object of ${share} of the picture, all held for background with 0.98, 20 × focal is ${focal} and dice ${dice}.`,
  },
};
