import path from 'node:path';
import { pagefind, pagefindOver, type Peer, withoutMdx, writeArticles, writeFiles } from './peer.ts';

const config = `
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { Feed } from 'feed';
import { defineConfig } from 'vitepress';
import { posts } from '../lists.mjs';

export default defineConfig({
  lang: 'zh',
  title: 'Bench',
  markdown: { math: true },
  themeConfig: { nav: [{ text: 'List', link: '/' }] },
  buildEnd({ outDir }) {
    const feed = new Feed({ title: 'Bench', id: 'https://example.org/', link: 'https://example.org/' });
    for (const { url, title, description, date } of posts.slice(0, 50)) {
      const link = 'https://example.org' + url;
      feed.addItem({ title, id: link, link, description, date: new Date(date) });
    }
    writeFileSync(path.join(outDir, 'feed.xml'), feed.atom1());
  },
});
`;

// Pages of lists are made before VitePress' own loader of content can be asked.
const listed = `
import { readdirSync, readFileSync } from 'node:fs';

const valueOf = (text, key) => new RegExp('^' + key + ': (.*)$', 'm').exec(text)[1];

export const pageSize = 7;
export const posts = readdirSync('posts')
  .map((name) => {
    const text = readFileSync('posts/' + name, 'utf8');
    return {
      url: '/posts/' + name.replace('.md', ''),
      title: JSON.parse(valueOf(text, 'title')),
      description: JSON.parse(valueOf(text, 'description')),
      date: valueOf(text, 'date'),
      tags: valueOf(text, 'tags').slice(1, -1).split(', '),
    };
  })
  .sort((a, b) => (a.date < b.date ? 1 : -1));
export const linesOf = (some) =>
  some.map(({ url, title, description }) => \`1. [\${title}](\${url})\\n\\n   \${description}\`).join('\\n');
`;

const pagePaths = `
import { linesOf, pageSize, posts } from '../lists.mjs';

export default {
  paths() {
    return Array.from({ length: Math.ceil(posts.length / pageSize) }, (_, index) => ({
      params: { page: String(index + 1) },
      content: linesOf(posts.slice(index * pageSize, (index + 1) * pageSize)),
    }));
  },
};
`;

const tagPaths = `
import { linesOf, posts } from '../lists.mjs';

export default {
  paths() {
    const tags = [...new Set(posts.flatMap(({ tags }) => tags))];
    return tags.map((tag) => ({
      params: { tag },
      content: linesOf(posts.filter(({ tags }) => tags.includes(tag))),
    }));
  },
};
`;

/** VitePress with its default theme, its MathJax option and Shiki, followed by Pagefind. */
export const vitepress: Peer = {
  name: 'vitepress',
  title: 'VitePress',
  packages: { vitepress: '1.6.4', 'markdown-it-mathjax3': '4.3.2', feed: '6.0.0', ...pagefind },
  differs:
    'less: a feed of descriptions only; MDX is not read; MathJax instead of KaTeX; more: every page is a program too',
  articles: 'posts',
  write: (folder, articles) => {
    writeFiles(folder, {
      '.vitepress/config.mjs': config,
      'lists.mjs': listed,
      'index.md': '# List\n\n[1](/page/1)\n',
      'page/[page].md': '# List\n\n<!-- @content -->\n',
      'page/[page].paths.mjs': pagePaths,
      'tags/[tag].md': '# Tag\n\n<!-- @content -->\n',
      'tags/[tag].paths.mjs': tagPaths,
    });
    writeArticles(path.join(folder, 'posts'), withoutMdx(articles), { linkTo: (slug) => `/posts/${slug}` });
  },
  build: [
    ['node', 'node_modules/vitepress/bin/vitepress.js', 'build'],
    pagefindOver('.vitepress/dist', '--root-selector', '.vp-doc'),
  ],
  site: '.vitepress/dist',
  pageOf: (slug) => `/posts/${slug}.html`,
  leaves: ['.vitepress/dist', '.vitepress/cache', '.vitepress/.temp'],
};
