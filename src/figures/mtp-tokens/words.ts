import type { InBoth } from '../shared/words.ts';

interface Facts {
  drafts: number;
  tokens: string;
  cost: string;
  speedup: string;
  isFaster: boolean;
  last: string;
}

const zh = {
  title: '由逐位接受率算每步 token 数',
  source: '接受率取自',
  sources: { Wikipedia: '维基百科', Books: '书籍', Code: '代码', V3: 'DeepSeek-V3', own: '自己设' },
  rate: (draft: number): string => `第 ${String(draft)} 个草稿`,
  cost: '一步的耗时 c',
  axis: '留到这一位的机会',
  main: '主模型',
  draft: (draft: number): string => `草稿 ${String(draft)}`,
  summary: ({ drafts, tokens, cost, speedup, isFaster, last }: Facts): string =>
    `${String(drafts)} 个草稿，期望每步 ${tokens} 个 token；一步的耗时是普通一步的 ${cost} 倍，` +
    `${isFaster ? '加速' : '反而慢下来，只有'} ${speedup} 倍。最后一个草稿只有 ${last} 的机会用上。`,
};

export const words: InBoth<typeof zh> = {
  zh,
  en: {
    title: 'Tokens a step from the acceptance of each draft',
    source: 'Rates of',
    sources: { Wikipedia: 'Wikipedia', Books: 'Books', Code: 'Code', V3: 'DeepSeek-V3', own: 'Your own' },
    rate: (draft) => `Draft ${String(draft)}`,
    cost: 'Cost c of a step',
    axis: 'Chance to come this far',
    main: 'main',
    draft: (draft) => `draft ${String(draft)}`,
    summary: ({ drafts, tokens, cost, speedup, isFaster, last }) =>
      `${String(drafts)} drafts yield ${tokens} tokens a step on average; a step takes ${cost} times an ordinary one, ` +
      `which ${isFaster ? 'makes decoding' : 'slows decoding down to'} ${speedup} times ${isFaster ? 'as fast' : 'its speed'}. The last draft is of use with a chance of ${last}.`,
  },
};
