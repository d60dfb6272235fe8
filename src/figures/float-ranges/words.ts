import type { InBoth } from '../shared/words.ts';

const zh = {
  title: '各格式能表示的正数：深色是正规数，浅色是次正规数',
  axis: '数的大小',
  bits: (exponent: number, mantissa: number): string => `${String(exponent)} / ${String(mantissa)}`,
  normal: '正规数',
  subnormal: '次正规数',
};

export const words: InBoth<typeof zh> = {
  zh,
  en: {
    title: 'Positive numbers that formats can hold: dark for normal, light for subnormal ones',
    axis: 'Size',
    bits: (exponent, mantissa) => `${String(exponent)} / ${String(mantissa)}`,
    normal: 'normal',
    subnormal: 'subnormal',
  },
};
