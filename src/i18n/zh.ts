import type { Piece } from './piece.ts';
import { searchWords } from './search-zh.ts';
import type { Translated } from './translated.ts';

// One for all numbers: making it takes a hundred times as long as using it.
const numbers = new Intl.NumberFormat('zh-CN');
const number = (value: number): string => numbers.format(value);

/** Words of the interface in Chinese. INCOMING TRANSMISSION and LATEST UPDATES are the brand and stay. */
export const zh = {
  skipToContent: '跳到正文',
  mainNavigation: '主导航',
  language: '语言',
  search: '搜索',
  theme: { label: '主题', auto: '跟随系统', light: '浅色', dark: '深色' },
  feed: '订阅：',
  pagination: '分页',
  page: (page: number): string => `第 ${String(page)} 页`,
  newerPage: '上一页',
  olderPage: '下一页',
  /** A day such as `2026-11-20` as readers see it, and the same within its year. */
  date: (day: string): string => day,
  dayOfYear: (day: string): string => day.slice(5),
  minutes: (minutes: number): string => `${number(minutes)} 分钟`,
  length: (han: number, words: number): string =>
    han === 0 && words > 0 ? `${number(words)} 词` : `${number(han)} 字 + ${number(words)} 词`,
  published: '发布于',
  updated: '更新于',
  draft: '草稿',
  figureOnPage: '这幅图可以操作，请在网页上看 ↗',
  contents: '目录',
  continueReading: '继续读',
  close: '关闭',
  tags: '标签',
  tagged: (tag: string): string => `标签：${tag}`,
  allTags: (tags: readonly string[]): string => `标签：${tags.join('、')}`,
  articles: (count: number): string => `${number(count)} 篇`,
  articlesTitle: '文章',
  archive: '归档',
  about: '关于',
  manual: '手册',
  manualText: (site: string): string => `怎样用 ${site} 写文章、检查、发布，以及它是怎样做成的。`,
  stepsInManual: '手册的前后两页',
  previousInManual: '手册上一页',
  nextInManual: '手册下一页',
  series: '系列',
  allSeries: (titles: readonly string[]): string => `系列：${titles.join('、')}`,
  seriesNamed: (title: string): string => `系列：${title}`,
  numberInSeries: (position: number): string => `第 ${number(position)} 篇`,
  placeInSeries: (position: number, count: number): string =>
    `第 ${number(position)} 篇，共 ${number(count)} 篇`,
  wholeSeries: (count: number): string => `全部 ${number(count)} 篇`,
  previousInSeries: '系列上一篇',
  nextInSeries: '系列下一篇',
  related: '相关文章',
  /** What two articles have in common. */
  inCommon: (names: readonly string[]): string => `同样涉及：${names.join('、')}`,
  neighbours: '按时间浏览',
  /** What the social image of a page shows. */
  socialImage: (title: string): string => `${title}：标题与信号波形`,
  olderArticle: '较早的一篇',
  newerArticle: '较新的一篇',
  citeThis: '引用本文',
  /** Over the list of where links lead, on paper. */
  printedLinks: '文中链接',
  /** In a book: the link to the page of a chapter, and what readers with a screen reader are told. */
  onTheWeb: '在网页上读',
  bookAccess: '全文是可以重排的文字，按标题分节；公式是 MathML，图都有文字说明，没有声音和闪烁。',
  editPage: '编辑此页',
  notTranslated: (language: string): string => `这篇文章还没有中文版，下面是${language}原文。`,
  notFound: '没有收到这个地址的信号',
  notFoundText: '链接可能写错了，或者文章已经搬走。可以回到最新更新，或者搜索要找的内容。',
  moved: '这一页搬家了',
  movedTo: '新的地址：',
  offline: '现在没有网络',
  offlineText: '这一页还没有读过，手边没有副本。连上网络以后再打开这个地址，就能看到它。',
  offlineKept: '离线也能读',
  offlineNone: '还没有读过的文章。读过的会留在这里。',
  backHome: '回到最新更新',
  suggestions: '也许要找的是',
  searchFailed: '搜索没有加载成功',
  searchDescription: '中文、英文、拼音和公式都可以搜。',
  searchField: searchWords.field,
  searchPlaceholder: searchWords.placeholder,
  searchNeedsScript: '搜索需要 JavaScript。没有它，可以在这里找：',
  aboutText: (articles: number, tags: number): readonly (readonly Piece[])[] => [
    [
      `目前有 ${number(articles)} 篇文章`,
      ...(tags > 0 ? [`，分在 ${number(tags)} 个`, { text: '标签', path: '/tags/' }, '下'] : []),
      '。',
    ],
    ['网页上的波形由各篇文章的正文算出：一篇文章等分成若干段，某段的公式、数字和术语越密，对应的振幅越大。'],
    [
      '站点不加载任何第三方资源，不设置 Cookie，不统计访问。订阅更新请用 ',
      { text: 'RSS', path: '/rss.xml' },
      '、',
      { text: 'Atom', path: '/atom.xml' },
      ' 或 ',
      { text: 'JSON Feed', path: '/feed.json' },
      '。',
    ],
  ],
  /** What the link of a block to itself is called. */
  selfLink: {
    heading: '链接到本节',
    figure: '链接到这幅图',
    table: '链接到这张表',
    listing: '链接到这段代码',
  },
  /** Words that scripts of a page need at once: they stand in the page. Plain strings all. */
  script: {
    copy: '复制',
    copied: '已复制',
    notCopied: '无法复制',
    tabs: '选项',
    formulaMenu: '公式操作',
    copyTex: '复制 TeX',
    copyLink: '复制链接',
    searchFormula: '搜索这个公式',
  },
} as const;

/** Words of the interface in any language. */
export type Words = Translated<typeof zh>;
/** Those that scripts of a page need at once. */
export type ScriptWords = Words['script'];
