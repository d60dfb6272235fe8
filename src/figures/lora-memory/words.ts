import type { Memory, Optimizer, precisions } from '../../models/lora/memory.ts';
import type { InBoth } from '../shared/words.ts';

/** Methods that the calculator compares. */
export type MethodName = 'full' | 'lora' | 'qlora' | 'adapter';

interface Words {
  title: string;
  model: string;
  method: string;
  methods: Readonly<Record<MethodName, string>>;
  optimizer: string;
  optimizers: Readonly<Record<Optimizer, string>>;
  precision: string;
  precisionNames: Readonly<Record<keyof typeof precisions, string>>;
  rank: string;
  rankText: (rank: number) => string;
  length: string;
  lengthText: (tokens: number) => string;
  checkpoints: string;
  kinds: Readonly<Record<keyof Memory, string>>;
  axis: string;
  card: string;
  cards: (count: number) => string;
  legend: (method: string) => string;
  trainable: string;
  /** @param cards how many of 80 GB, as text. */
  summary: (state: {
    model: string;
    method: string;
    total: string;
    trained: string;
    share: string;
    largest: string;
    cards: string;
  }) => string;
}

const zh: Words = {
  title: '训练显存逐项相加',
  model: '模型',
  method: '方法',
  methods: { full: '全量', lora: 'LoRA', qlora: 'QLoRA', adapter: 'Adapter' },
  optimizer: '优化器',
  optimizers: { adamw: 'AdamW', 'adamw-8bit': '8-bit AdamW', momentum: 'SGD + 动量', sgd: 'SGD' },
  precision: '精度',
  precisionNames: {
    mixed: 'BF16 混合',
    'mixed-fp32-gradients': 'BF16 混合，FP32 梯度',
    bf16: '纯 BF16',
    fp32: 'FP32',
  },
  rank: '秩 r / 瓶颈宽度',
  rankText: String,
  length: '每卡 token 数',
  lengthText: (tokens) => tokens.toLocaleString('en-US'),
  checkpoints: '逐层激活检查点',
  kinds: {
    frozen: '冻结权重',
    trained: '可训练权重',
    gradients: '梯度',
    master: 'FP32 主权重',
    firstMoment: '一阶矩',
    secondMoment: '二阶矩',
    activations: '激活',
    logits: 'logits 与损失',
  },
  axis: 'GB（10⁹ 字节）',
  card: '80 GB',
  cards: (count) => (Number.isFinite(count) ? `${String(count)} 张` : '放不下'),
  legend: (method) => `${method}的构成`,
  trainable: '可训练参数',
  summary: ({ model, method, total, trained, share, largest, cards }) =>
    `${model} ${method}：共 ${total}，其中${largest}最多；训练 ${trained} 个参数（${share}）。状态切分到 80 GB 的卡上，至少 ${cards}。`,
};

export const words: InBoth<Words> = {
  zh,
  en: {
    title: 'Training memory, added up',
    model: 'Model',
    method: 'Method',
    methods: { full: 'Full', lora: 'LoRA', qlora: 'QLoRA', adapter: 'Adapters' },
    optimizer: 'Optimiser',
    optimizers: { adamw: 'AdamW', 'adamw-8bit': '8-bit AdamW', momentum: 'SGD, momentum', sgd: 'SGD' },
    precision: 'Precision',
    precisionNames: {
      mixed: 'BF16 mixed',
      'mixed-fp32-gradients': 'BF16 mixed, FP32 gradients',
      bf16: 'BF16 only',
      fp32: 'FP32',
    },
    rank: 'Rank r, or bottleneck',
    rankText: String,
    length: 'Tokens on a card',
    lengthText: (tokens) => tokens.toLocaleString('en-US'),
    checkpoints: 'Checkpoint every block',
    kinds: {
      frozen: 'Frozen weights',
      trained: 'Trained weights',
      gradients: 'Gradients',
      master: 'FP32 master weights',
      firstMoment: 'First moment',
      secondMoment: 'Second moment',
      activations: 'Activations',
      logits: 'Logits and loss',
    },
    axis: 'GB (10⁹ bytes)',
    card: '80 GB',
    cards: (count) =>
      Number.isFinite(count) ? `${String(count)} card${count === 1 ? '' : 's'}` : 'does not fit',
    legend: (method) => `What ${method} consists of`,
    trainable: 'Trained parameters',
    summary: ({ model, method, total, trained, share, largest, cards }) =>
      `${model}, ${method}: ${total}, most of it ${largest.toLowerCase()}; ${trained} parameters are trained (${share}). With the states divided among cards of 80 GB: ${cards} at least.`,
  },
};
