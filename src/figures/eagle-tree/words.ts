import type { InBoth } from '../shared/words.ts';

const zh = {
  label: (sizes: readonly number[]): string =>
    `草稿树：根之下五层，各有 ${sizes.join('、')} 个节点，靠左的分支更深更宽`,
  level: (level: number, size: number): string => `${String(level)} 层 · ${String(size)}`,
  root: '已确认的 token',
};

export const words: InBoth<typeof zh> = {
  zh,
  en: {
    label: (sizes) =>
      `The draft tree: five levels below the root, of ${sizes.join(', ')} nodes; branches on the left are deeper and wider`,
    level: (level, size) => `${String(level)} · ${String(size)}`,
    root: 'accepted token',
  },
};
