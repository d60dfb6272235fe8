import type { InBoth } from '../shared/words.ts';

const zh = {
  chart: '一篇文章在首次打开时下载的字节，按用途分色，数值见下表',
  scroll: '首次打开一篇文章的代价',
  generator: '生成器',
  kinds: { html: 'HTML', css: 'CSS', js: 'JavaScript', fonts: '字体', images: '图片', other: '其他' },
  all: '共计',
  requests: '请求',
  first: '首次绘制',
  largest: '最大绘制',
  shift: '布局偏移',
  kilobytes: (value: string): string => `${value} kB`,
  elsewhere: (count: number): string => `，另有 ${String(count)} 个向别的主机`,
  background: (size: string): string =>
    `Downlink 的页面打开之后，service worker 在后台再取 ${size}，供离线阅读。`,
  measured: (
    date: string,
    browser: string,
    visits: number,
    slowdown: number,
    latency: number,
    down: number,
  ) =>
    `${date} 测于 Chromium ${browser}：处理器慢 ${String(slowdown)} 倍，往返 ${String(latency)} ms，下行 ${String(down / 1000)} Mbit/s，轮流打开 ${String(visits)} 次，取中位数。`,
};

export const words: InBoth<typeof zh> = {
  zh,
  en: {
    chart: 'Bytes that an article loads on a first visit, by what they are; the table below has the numbers',
    scroll: 'What a first visit to an article costs',
    generator: 'generator',
    kinds: {
      ...{ html: 'HTML', css: 'CSS', js: 'JavaScript', fonts: 'fonts', images: 'images', other: 'other' },
    },
    all: 'all',
    requests: 'requests',
    first: 'first paint',
    largest: 'largest paint',
    shift: 'layout shift',
    kilobytes: (value) => `${value} kB`,
    elsewhere: (count) => `, and ${String(count)} to other hosts`,
    background: (size) =>
      `Once Downlink's page has been opened, a service worker loads another ${size} in the background, for reading offline.`,
    measured: (date, browser, visits, slowdown, latency, down) =>
      `Measured on ${date} in Chromium ${browser}: processor slowed ${String(slowdown)} ×, round trip ${String(latency)} ms, ${String(down / 1000)} Mbit/s, medians of ${String(visits)} first visits in turns.`,
  },
};
