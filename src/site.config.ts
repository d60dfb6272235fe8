import { defineSite } from './settings.ts';

/** The one place for what an author may change about the site. */
export const site = defineSite({
  name: 'Downlink',
  description: {
    zh: '面向中文工程师的机器学习论文讲解：公式可读，数字有出处，代码能运行。',
    en: 'Machine-learning papers explained for engineers: readable formulas, sourced numbers, code that runs.',
  },
  about: {
    zh: `这里讲解机器学习论文：从论文要解决的问题讲起，把公式推到能手算，把数字查到出处，代码都能运行。

文章用中文写，术语第一次出现时附英文。文中的数字要么来自论文或作者的代码仓库并注明出处，要么由文中的代码算出。GCN 在这里指 Global Convolutional Network（CVPR 2017），不是图卷积网络。`,
    en: `Machine-learning papers explained: an article starts from the problem that a paper solves, derives the formulas until they can be computed by hand, traces every number to its source, and all code runs.

Articles are written in Chinese, with the English name where a term appears first; those that have been translated are shown in English here. A number is either from the paper or from the code of its authors, with the source, or computed by the code in the text. GCN stands for Global Convolutional Network (CVPR 2017), not for graph convolutional networks.`,
  },
  url: 'https://downlink.example',
  base: '/',
  locales: [
    { id: 'zh', tag: 'zh-CN', name: '中文' },
    { id: 'en', tag: 'en', name: 'English' },
  ],
  pageSize: 7,
  navigation: [
    { label: { zh: '更新', en: 'Updates' }, path: '/' },
    { label: { zh: '标签', en: 'Tags' }, path: '/tags/' },
    { label: { zh: '系列', en: 'Series' }, path: '/series/' },
    { label: { zh: '归档', en: 'Archive' }, path: '/archive/' },
    { label: { zh: '手册', en: 'Manual' }, path: '/docs/' },
    { label: { zh: '关于', en: 'About' }, path: '/about/' },
  ],
  numberSections: true,
  math: { macros: {} },
  rules: {},
});
