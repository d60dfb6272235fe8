import type { FloatKind } from '../../models/precision/float-pattern.ts';
import type { InBoth } from '../shared/words.ts';

const zh = {
  title: '浮点数的每一位',
  format: '格式',
  custom: '自定',
  exponentBits: '指数位数 e',
  mantissaBits: '尾数位数 m',
  number: '要表示的数',
  line: '舍入结果与左右邻居',
  bits: '位，从高到低；按一下翻转',
  fields: { sign: '符号', exponent: '指数', mantissa: '尾数' },
  /** The name holds the sign that is seen, for those who speak to their computer. */
  bit: (field: string, place: number, bit: number): string =>
    `${field}第 ${String(place)} 位：${String(bit)}`,
  kinds: {
    zero: '零',
    subnormal: '次正规数',
    normal: '正规数',
    infinite: '无穷大',
    nan: '非数',
  } satisfies Record<FloatKind, string>,
  stored: '存下的数',
  wanted: '想要的数',
  below: '下一个更小的数',
  above: '下一个更大的数',
  ulp: '间距（ulp）',
  error: '误差',
  relative: '相对误差',
  formula: '读法',
  summary: (format: string, wanted: string, kind: string, value: string, relative: string): string =>
    `${wanted} 存进 ${format}，得到${kind} ${value}，相对误差 ${relative}。`,
};

export const words: InBoth<typeof zh> = {
  zh,
  en: {
    title: 'Every bit of a floating-point number',
    format: 'Format',
    custom: 'Custom',
    exponentBits: 'Exponent bits e',
    mantissaBits: 'Mantissa bits m',
    number: 'Number to store',
    line: 'What it is rounded to, and the neighbours',
    bits: 'Bits, the highest first; press one to flip it',
    fields: { sign: 'Sign', exponent: 'Exponent', mantissa: 'Mantissa' },
    bit: (field, place, bit) => `${field}, bit ${String(place)}: ${String(bit)}`,
    kinds: {
      zero: 'zero',
      subnormal: 'subnormal number',
      normal: 'normal number',
      infinite: 'infinity',
      nan: 'value',
    },
    stored: 'Stored',
    wanted: 'Wanted',
    below: 'Next smaller',
    above: 'Next larger',
    ulp: 'Spacing (ulp)',
    error: 'Error',
    relative: 'Relative error',
    formula: 'Reads as',
    summary: (format, wanted, kind, value, relative) =>
      `${wanted} stored in ${format} becomes the ${kind} ${value}, with a relative error of ${relative}.`,
  },
};
