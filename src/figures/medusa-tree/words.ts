import type { InBoth } from '../shared/words.ts';

interface Facts {
  widths: string;
  candidates: number;
  tokens: number;
  apart: number;
  node: string;
  depth: number;
  ancestors: readonly string[];
}

const zh = {
  title: '候选树、掩码与候选续写',
  tree: '候选树：每层是一个头的前几名',
  mask: '掩码：第 i 行是节点 i 能看见谁',
  head: (head: number): string => `头 ${String(head)} 取前`,
  node: '看节点',
  root: 'R',
  candidates: '候选续写',
  summary: ({ widths, candidates, tokens, apart, node, depth, ancestors }: Facts): string =>
    `${widths}：${String(candidates)} 条候选共用 ${String(tokens)} 个新 token，逐条展开要 ${String(apart)} 个。` +
    `节点 ${node} 的位置编号是 n+${String(depth + 1)}，` +
    (ancestors.length > 0 ? `看得见 ${ancestors.join('、')} 和自己。` : '只看得见前缀和自己。'),
};

export const words: InBoth<typeof zh> = {
  zh,
  en: {
    title: 'Candidate tree, mask and continuations',
    tree: 'Candidate tree: each level holds the first guesses of a head',
    mask: 'Mask: row i shows what node i sees',
    head: (head) => `Guesses of head ${String(head)}`,
    node: 'Node',
    root: 'R',
    candidates: 'Candidates',
    summary: ({ widths, candidates, tokens, apart, node, depth, ancestors }) =>
      `${widths}: ${String(candidates)} candidates share ${String(tokens)} new tokens; apart they would take ${String(apart)}. ` +
      `Node ${node} has position n+${String(depth + 1)} and sees ` +
      (ancestors.length > 0 ? `${ancestors.join(', ')} and itself.` : 'the prefix and itself.'),
  },
};
