import type { InBoth } from '../shared/words.ts';

const zh = {
  title: '加速比随批大小下降，草稿越长降得越早',
  batch: '批大小 B',
  gain: '加速比',
};

export const words: InBoth<typeof zh> = {
  zh,
  en: {
    title: 'The gain falls with the batch, sooner for longer drafts',
    batch: 'Batch size B',
    gain: 'Gain',
  },
};
