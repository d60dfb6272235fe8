import type { Translated } from './translated.ts';

/**
 * Words of what stands over and beside an article in Chinese: cards, the figure shown large. They are loaded
 * with it and not before; see `client/reading-words.ts`.
 */
export const readingWords = {
  pin: '固定',
  close: '关闭',
  goTo: '前往',
  shape: '形状',
  uses: (count: number): string => `本页用到 ${String(count)} 处，已标出`,
  section: (title: string): string => `小节：${title}`,
  symbols: '公式中的符号',
  terms: '本节的术语',
  search: (name: string): string => `搜索“${name}”`,
  note: (number: string): string => `注释 ${number}`,
  enlarge: '放大',
  enlarged: '放大的图',
  actualSize: '原始大小',
} as const;

/** Words of what stands over and beside an article, in any language. */
export type ReadingWords = Translated<typeof readingWords>;
