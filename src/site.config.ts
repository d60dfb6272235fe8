import { defineSite } from './settings.ts';

/** The one place for what an author may change about the site. */
export const site = defineSite({
  name: 'Downlink',
  description: '面向中文工程师的机器学习论文讲解：公式可读，数字有出处，代码能运行。',
  url: 'https://downlink.example',
  base: '/',
  locales: [{ id: 'zh', tag: 'zh-CN' }],
  pageSize: 7,
  navigation: [
    { label: '更新', path: '/' },
    { label: '标签', path: '/tags/' },
    { label: '归档', path: '/archive/' },
    { label: '手册', path: '/docs/' },
    { label: '关于', path: '/about/' },
  ],
  math: { macros: {} },
  rules: {},
});
