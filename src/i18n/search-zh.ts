import type { Translated } from './translated.ts';

/**
 * Words of the search in Chinese, and of the bar over what it found. They are apart because they are loaded
 * with it and not before; see `client/search-words.ts`.
 */
export const searchWords = {
  name: '搜索',
  field: '搜索文章',
  placeholder: '关键词、拼音或公式',
  close: '关闭',
  results: '搜索结果',
  formulas: '公式',
  found: (articles: number, formulas: number): string =>
    [
      ...(articles > 0 || formulas === 0 ? [`${String(articles)} 篇文章`] : []),
      ...(formulas > 0 ? [`${String(formulas)} 条公式`] : []),
    ].join('，'),
  foundAloud: (found: string): string => `找到 ${found}`,
  nothing: (text: string): string => `没有找到“${text}”`,
  searching: '正在搜索…',
  corrected: '你是不是要找：',
  correctedAloud: (text: string): string => `你是不是要找：${text}。`,
  literally: (text: string): string => `仍然搜索“${text}”`,
  alsoSearched: (names: readonly string[]): string => `同时搜索了：${names.join('、')}`,
  partial: '没有文章包含全部的词，下面的文章包含其中一部分。',
  byTag: '按标签筛选',
  filters: '筛选',
  choose: { series: '系列', year: '年份' },
  any: { series: '全部系列', year: '全部年份' },
  year: (year: string): string => `${year} 年`,
  clearFilters: '清除筛选',
  sort: '排序',
  sorts: { relevance: '相关', newest: '最新' },
  viewAll: '在搜索页查看全部结果',
  openPage: '打开搜索页',
  more: '更多结果',
  recent: '最近搜索',
  forget: (text: string): string => `删除“${text}”`,
  forgetAll: '清空',
  tryThese: '可以这样搜：',
  exampleFormula: 'W_0 + BA',
  examples: [
    { text: '投机解码', kind: '中文' },
    { text: 'speculative decoding', kind: '英文' },
    { text: 'touji jiema', kind: '拼音' },
    { text: 'W_0 + BA', kind: '公式' },
  ],
  helpFewer: '用少一些、短一些的词。',
  helpPinyin: '不确定怎么写时，可以输入拼音。',
  helpFormula: '公式可以写成 TeX 或普通文字：',
  helpTags: '或者从标签里找：',
  allTags: '全部标签',
  noIndex: '搜索索引没有加载成功。',
  noIndexInDev: '还没有搜索索引。运行一次 npm run build，开发时就能搜索上一次构建的内容。',
  offline: '网络断开了，搜索要用的文件还没有下载。',
  retry: '重试',
  keys: { choose: '选择', open: '打开', newTab: '新标签页', close: '关闭' },
  /** The bar that steps through the matches in an article. */
  matches: {
    name: '页内匹配',
    place: (number: number, count: number): string => `第 ${String(number)} 处，共 ${String(count)} 处`,
    previous: '上一处',
    next: '下一处',
    close: '去掉标记',
  },
} as const;

/** Words of the search in any language. */
export type SearchWords = Translated<typeof searchWords>;
