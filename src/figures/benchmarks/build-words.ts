import type { InBoth } from '../shared/words.ts';

const zh = {
  heading: (articles: number, turns: number): string =>
    `${String(articles)} 篇文章，轮流 ${String(turns)} 轮${turns > 1 ? '，取中位数' : ''}`,
  chart: (articles: number): string => `${String(articles)} 篇文章的构建时间，数值见下表`,
  scroll: (articles: number): string => `${String(articles)} 篇文章的构建时间`,
  cold: '从头构建',
  changed: '改一篇之后',
  generator: '生成器',
  ratio: 'Downlink 是它的',
  ofCold: '占从头构建的',
  processor: '处理器时间',
  memory: '内存峰值',
  measured: (date: string, cores: number, node: string): string =>
    `${date} 测于 ${String(cores)} 个核心，Node.js ${node}。`,
  seconds: (value: string): string => `${value} 秒`,
};

export const words: InBoth<typeof zh> = {
  zh,
  en: {
    heading: (articles, turns) =>
      `${articles.toLocaleString('en')} articles, ${turns > 1 ? `medians of ${String(turns)} turns` : 'one turn'}`,
    chart: (articles) => `Time to build ${String(articles)} articles; the table below has the numbers`,
    scroll: (articles) => `Time to build ${String(articles)} articles`,
    cold: 'from nothing',
    changed: 'one article changed',
    generator: 'generator',
    ratio: 'Downlink takes of that',
    ofCold: 'of a build from nothing',
    processor: 'processor time',
    memory: 'peak memory',
    measured: (date, cores, node) => `Measured on ${date} on ${String(cores)} cores with Node.js ${node}.`,
    seconds: (value) => `${value} s`,
  },
};
