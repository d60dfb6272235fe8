import type { Design, Operation } from '../../models/mtp/flow.ts';
import type { InBoth } from '../shared/words.ts';

/** `12 → ₁₂` */
export const lowered = (number: number): string =>
  [...String(number)].map((digit) => '₀₁₂₃₄₅₆₇₈₉'[Number(digit)] ?? digit).join('');

type OfOperation = Readonly<Record<Operation, (depth: number) => string>>;
type OfDesign = Readonly<Record<Design, string>>;

interface Words {
  readonly title: string;
  readonly design: string;
  readonly designs: OfDesign;
  readonly depths: OfDesign;
  readonly place: string;
  /** What stands in a box. */
  readonly box: OfOperation;
  /** What a step does, as the beginning of a sentence. */
  readonly does: OfOperation;
  readonly sequence: string;
  readonly summary: (does: string, shape: string, rest: string) => string;
  readonly known: (place: number, sees: number, target: number) => string;
  readonly ends: (place: number) => string;
}

const signs = {
  embed: () => 'Emb',
  project: (depth: number) => `M${lowered(depth)}`,
  block: (depth: number) => `TRM${lowered(depth)}`,
};

const zh: Words = {
  title: '两种多 token 预测的数据流',
  design: '结构',
  designs: { parallel: '并行头', sequential: '串行模块' },
  depths: { parallel: '头数 n', sequential: '模块数 D' },
  place: '看位置 i',
  box: {
    ...signs,
    trunk: () => '主干',
    head: (depth) => `头 ${String(depth)}`,
    merge: () => '拼接',
    logits: () => '输出头',
  },
  does: {
    embed: () => '查嵌入表',
    trunk: () => '主干前向一次，每个位置得到一个隐状态',
    head: (depth) => `第 ${String(depth)} 个头是一层 Transformer，只读主干的输出`,
    merge: (depth) => `上一深度的隐状态与后移 ${String(depth)} 位的嵌入各自归一化，再拼接`,
    project: (depth) => `矩阵 M${lowered(depth)} 把 2d 维投影回 d 维`,
    block: (depth) => `第 ${String(depth)} 个模块的 Transformer 块`,
    logits: () => '共享的输出头给出词表上的分布',
  },
  sequence: '序列：浅底是看得见的 token，粗框是要预测的',
  summary: (does, shape, rest) => `${does}，结果的形状是 ${shape}。${rest}`,
  known: (place, sees, target) =>
    `位置 ${String(place)} 依据 x₁ 到 x${lowered(sees)} 预测 x${lowered(target)}，` +
    (target - sees === 1
      ? '中间没有隔着看不见的 token。'
      : `中间隔着 ${String(target - sees - 1)} 个看不见的 token。`),
  ends: (place) => `位置 ${String(place)} 在这一深度已没有目标。`,
};

export const words: InBoth<Words> = {
  zh,
  en: {
    title: 'Data flow of two kinds of multi-token prediction',
    design: 'Design',
    designs: { parallel: 'Parallel heads', sequential: 'Sequential modules' },
    depths: { parallel: 'Heads n', sequential: 'Modules D' },
    place: 'Place i',
    box: {
      ...signs,
      trunk: () => 'Trunk',
      head: (depth) => `Head ${String(depth)}`,
      merge: () => 'Concat',
      logits: () => 'OutHead',
    },
    does: {
      embed: () => 'Embeddings are looked up',
      trunk: () => 'The trunk yields one hidden state for each place',
      head: (depth) => `Head ${String(depth)}, one Transformer layer, reads nothing but the trunk`,
      merge: (depth) =>
        `Hidden states of the depth before and embeddings ${String(depth)} further on are normalised and put side by side`,
      project: (depth) => `Matrix M${lowered(depth)} takes 2d back to d`,
      block: (depth) => `This is the Transformer block of module ${String(depth)}`,
      logits: () => 'The shared output head gives a distribution over the vocabulary',
    },
    sequence: 'The sequence: tokens known are shaded, the one asked for has a thick frame',
    summary: (does, shape, rest) => `${does}; the result is ${shape}. ${rest}`,
    known: (place, sees, target) =>
      `Place ${String(place)} predicts x${lowered(target)} from x₁ to x${lowered(sees)}, ` +
      (target - sees === 1
        ? 'with no unseen token between.'
        : `with ${String(target - sees - 1)} unseen between.`),
    ends: (place) => `Place ${String(place)} has no target at this depth.`,
  },
};
