/** Tags of the corpus. */
export const topics = [
  ...['训练', '推理', '注意力', '量化', '微调', '解码', '分割', '检测', '优化器', '数值精度'],
  ...['缓存', '并行', '蒸馏', '对齐', '评测', '数据', '嵌入', '检索', '扩散', '卷积'],
] as const;

type Random = () => number;
type Language = 'zh' | 'en';

const pick = <Item>(random: Random, items: readonly Item[]): Item =>
  items[Math.floor(random() * items.length)] as Item;

const words = {
  zh: {
    subjects: [
      '模型',
      '梯度',
      '权重',
      '注意力矩阵',
      '草稿模型',
      '优化器的状态',
      '激活',
      '卷积核',
      '损失',
      '学习率',
      '缓存',
      '批次',
    ],
    verbs: [
      '决定了',
      '限制着',
      '等价于',
      '近似于',
      '放大了',
      '抵消了',
      '依赖于',
      '收敛到',
      '压缩了',
      '解释了',
    ],
    objects: [
      '显存的上限',
      '收敛的速度',
      '输出的分布',
      '数值误差',
      '感受野',
      '每一步的延迟',
      '参数的秩',
      '泛化的差距',
      '带宽',
      '方差',
    ],
    openings: ['因此', '换句话说', '在实践中', '反过来看', '注意', '直观地说', '与此同时', '例如'],
    stop: '。',
    comma: '，',
    formula: ['其中', '记', '设', '由'],
  },
  en: {
    subjects: [
      'the model',
      'the gradient',
      'the weight',
      'the attention matrix',
      'the draft',
      'the optimizer state',
      'the cache',
    ],
    verbs: ['bounds', 'determines', 'approximates', 'cancels', 'depends on', 'converges to', 'explains'],
    objects: [
      'the memory limit',
      'the rate of convergence',
      'the output distribution',
      'the rounding error',
      'the variance',
    ],
    openings: ['Hence', 'In other words', 'In practice', 'Conversely', 'Note that', 'Meanwhile'],
    stop: '. ',
    comma: ', ',
    formula: ['where', 'let', 'with', 'by'],
  },
} as const;

/** A heading or a title; `number` keeps those of two articles apart. */
export function title(random: Random, language: Language, number: number): string {
  const { subjects, verbs, objects } = words[language];
  const space = language === 'en' ? ' ' : '';
  return `${pick(random, subjects)}${space}${pick(random, verbs)}${space}${pick(random, objects)} ${String(number)}`;
}

/** A paragraph of four sentences and more, with these formulas in it. */
export function paragraph(random: Random, language: Language, formulas: readonly string[]): string {
  const { subjects, verbs, objects, openings, stop, comma, formula: leads } = words[language];
  const space = language === 'en' ? ' ' : '';
  const sentence = (): string =>
    `${pick(random, openings)}${comma}${pick(random, subjects)}${space}${pick(random, verbs)}${space}${pick(random, objects)}`;
  const sentences = Array.from(
    { length: Math.max(4, formulas.length) },
    (_, index) =>
      sentence() +
      (formulas[index] === undefined ? '' : `${comma}${pick(random, leads)} $${formulas[index]}$`) +
      stop,
  );
  return sentences.join('').trim();
}

const letters = [...'abcdefghijkmnpqrstuvwxyz'];
const capitals = [...'ABCDEFGHKLMNPQRSTUVWXYZ'];
const greek = [
  'alpha',
  'beta',
  'gamma',
  'delta',
  'epsilon',
  'theta',
  'lambda',
  'mu',
  'sigma',
  'tau',
  'phi',
  'omega',
];

/** TeX that no other place of the corpus is likely to have. */
export function formula(random: Random, article: number, place: 'inline' | 'display'): string {
  const a = pick(random, letters);
  const b = pick(random, letters);
  const W = pick(random, capitals);
  const g = `\\${pick(random, greek)}`;
  const n = String(Math.floor(random() * 90) + 10);
  const own = String(article);
  const inline = [
    `${a}_{${n}}`,
    `${W}_{${own}}\\in\\mathbb{R}^{${a}\\times ${n}}`,
    `${g}=${n}${b}^2`,
    `\\nabla_{${g}} ${W}(${a})`,
    `\\frac{${g}}{${a}+${n}}`,
    `p(${a}\\mid ${b}_{<${n}})`,
  ];
  const display = [
    `${W}_{${own}}=\\sum_{i=1}^{${n}}\\frac{${g}_i\\,${a}_i}{1+e^{-${b}_i}}`,
    `\\mathcal{L}(${g})=-\\mathbb{E}_{${a}\\sim ${W}_{${n}}}\\left[\\log p_{${g}}(${b}\\mid ${a})\\right]`,
    `\\begin{aligned}${a}_{t+1}&=${g}\\,${a}_t+(1-${g})\\,g_t\\\\${b}_{t+1}&=\\sqrt{${b}_t^2+${n}}\\end{aligned}`,
    `\\operatorname{softmax}\\!\\left(\\frac{QK^{\\top}}{\\sqrt{d_{${a}}}}\\right)V_{${own}}+\\begin{pmatrix}${n}&${a}\\\\${b}&0\\end{pmatrix}`,
    `\\int_0^{${n}} ${a}^{${g}}\\,\\mathrm{d}${a}=\\frac{${n}^{${g}+1}}{${g}+1}`,
  ];
  return pick(random, place === 'inline' ? inline : display);
}

/** A fenced block of about ten lines. */
export function codeBlock(random: Random, article: number): string {
  const name = `${pick(random, letters)}${pick(random, letters)}_${String(article)}`;
  const n = String(Math.floor(random() * 900) + 100);
  const blocks = [
    [
      'python',
      `import math\n\n\ndef ${name}(values, rate=${n}):\n    """Scaled sum of the values."""\n    total = 0.0\n    for index, value in enumerate(values):\n        if value > 0:\n            total += math.log(value) * rate\n    return total / max(1, len(values))`,
    ],
    [
      'typescript',
      `interface Options {\n  readonly ${name}: number;\n}\n\nexport function run({ ${name} }: Options): number[] {\n  // Every second one.\n  return Array.from({ length: ${n} }, (_, index) => index * ${name}).filter((one) => one % 2 === 0);\n}`,
    ],
    [
      'bash',
      `for seed in 1 2 3; do\n  python train.py --name "${name}" --steps ${n} \\\n    --lr 1e-4 > "log-$seed.txt" 2>&1\ndone`,
    ],
    [
      'json',
      `{\n  "name": "${name}",\n  "hidden": ${n},\n  "layers": [1, 2, 3],\n  "tied": true,\n  "dropout": null\n}`,
    ],
  ] as const;
  const [language, code] = pick(random, blocks);
  return `\`\`\`${language}\n${code}\n\`\`\``;
}
