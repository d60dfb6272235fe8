import path from 'node:path';
import { pagefind, pagefindOver, type Peer, withoutMdx, writeArticles, writeFiles } from './peer.ts';

const config = `
title: Bench
language: zh-CN
timezone: UTC
url: https://example.org
permalink: posts/:name/
theme: landscape
syntax_highlighter: highlight.js
per_page: 7
index_generator: { per_page: 7 }
tag_generator: { per_page: 0 }
archive_generator: { per_page: 0, yearly: true, monthly: true }
feed: { type: atom, path: feed.xml, limit: 50, content: true }
markdown:
  preset: default
  render: { html: true, linkify: false, typographer: false }
`;

const math = `
const katex = require('@vscode/markdown-it-katex').default;
const known = new WeakSet();
hexo.extend.filter.register('markdown-it:renderer', (markdown) => {
  if (known.has(markdown)) return;
  known.add(markdown);
  markdown.use(katex);
});

const { readdirSync, createReadStream } = require('node:fs');
const dist = require('node:path').dirname(require.resolve('katex/dist/katex.min.css'));
hexo.extend.generator.register('katex', () => [
  { path: 'katex/katex.min.css', data: () => createReadStream(dist + '/katex.min.css') },
  ...readdirSync(dist + '/fonts').map((name) => ({
    path: 'katex/fonts/' + name,
    data: () => createReadStream(dist + '/fonts/' + name),
  })),
]);
hexo.extend.injector.register('head_end', '<link rel="stylesheet" href="/katex/katex.min.css">', 'post');
`;

/** Hexo with its default theme, markdown-it, KaTeX and highlight.js, followed by Pagefind. */
export const hexo: Peer = {
  name: 'hexo',
  title: 'Hexo',
  packages: {
    hexo: '8.1.2',
    'hexo-renderer-markdown-it': '7.1.1',
    'hexo-renderer-ejs': '2.0.0',
    'hexo-renderer-stylus': '3.0.1',
    'hexo-theme-landscape': '1.1.0',
    'hexo-generator-index': '4.0.0',
    'hexo-generator-tag': '2.0.0',
    'hexo-generator-archive': '2.0.0',
    'hexo-generator-feed': '3.0.0',
    '@vscode/markdown-it-katex': '1.1.2',
    katex: '0.16.47',
    ...pagefind,
  },
  manifest: { hexo: { version: '' } },
  differs:
    'less: no check of links, one feed; MDX is not read; highlight.js instead of Shiki; more: archives',
  articles: 'source/_posts',
  write: (folder, articles) => {
    writeFiles(folder, { '_config.yml': config, 'scripts/math.js': math });
    writeArticles(path.join(folder, 'source', '_posts'), withoutMdx(articles), { cut: '<!-- more -->' });
  },
  build: [
    ['node', 'node_modules/hexo/bin/hexo', 'generate', '--silent', '--bail'],
    pagefindOver('public', '--root-selector', '.article-inner'),
  ],
  site: 'public',
  pageOf: (slug) => `/posts/${slug}/`,
  leaves: ['public', 'db.json'],
};
