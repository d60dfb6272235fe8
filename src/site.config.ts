import { defineSite } from './settings.ts';

/** The one place for what an author may change about the site. */
export const site = defineSite({
  name: 'Downlink',
  description: {
    zh: '面向中文工程师的机器学习论文讲解：公式可读，数字有出处，代码能运行。',
    en: 'Machine-learning papers explained for engineers: readable formulas, sourced numbers, code that runs.',
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
