import type { InBoth } from '../shared/words.ts';

interface Facts {
  model: string;
  nodes: number;
  depth: number;
  tokens: string;
  dense: string;
  widths: string;
  gain: string;
}

const zh = {
  title: '贪心稀疏树与期望长度',
  model: '准确率取自',
  heads: '头数',
  budget: '节点预算',
  tree: '贪心选出的树，根在上',
  curve: '期望每步 token 数，随节点数',
  nodes: '节点数（根不计）',
  greedy: '稀疏',
  dense: '最好的笛卡尔积',
  summary: ({ model, nodes, depth, tokens, dense, widths, gain }: Facts): string =>
    `${model}，${String(nodes)} 个节点的贪心树深 ${String(depth)} 层，期望每步 ${tokens} 个 token（含必得的根）；` +
    `同样预算下最好的笛卡尔积是 ${widths}，期望 ${dense}。最后加入的节点只贡献 ${gain}。`,
};

export const words: InBoth<typeof zh> = {
  zh,
  en: {
    title: 'Greedy sparse tree and expected length',
    model: 'Accuracies of',
    heads: 'Heads',
    budget: 'Nodes',
    tree: 'The tree grown greedily, its root at the top',
    curve: 'Expected tokens a step over nodes',
    nodes: 'Nodes without the root',
    greedy: 'sparse',
    dense: 'best Cartesian',
    summary: ({ model, nodes, depth, tokens, dense, widths, gain }) =>
      `${model}: the greedy tree of ${String(nodes)} nodes is ${String(depth)} deep and expects ${tokens} tokens a step, the root that is sure among them; ` +
      `the best Cartesian tree within the budget is ${widths} and expects ${dense}. The last node adds just ${gain}.`,
  },
};
