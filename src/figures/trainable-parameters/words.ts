import type { InBoth } from '../shared/words.ts';

const zh = {
  label: 'GPT-3 175B 上各方法的可训练参数，对数轴：提示最少，LoRA 与逐层前缀居中，Adapter 稍多，全量最多',
  full: '全量',
  prefix: '逐层前缀',
  prompt: '提示',
  axis: '可训练参数（前缀与提示旁的数是 token 数）',
};

export const words: InBoth<typeof zh> = {
  zh,
  en: {
    label:
      'Parameters that methods train on GPT-3 175B, on a logarithmic axis: prompts fewest, LoRA and prefixes between, adapters a little more, everything most',
    full: 'Full',
    prefix: 'Prefix',
    prompt: 'Prompt',
    axis: 'Trained parameters (numbers at prefix and prompt are tokens)',
  },
};
