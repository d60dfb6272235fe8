import path from 'node:path';
import { pagefind, pagefindOver, type Peer, withoutMdx, writeArticles, writeFiles } from './peer.ts';

const config = `
import { feedPlugin } from '@11ty/eleventy-plugin-rss';
import katex from '@vscode/markdown-it-katex';
import { fromHighlighter } from '@shikijs/markdown-it/core';
import { createHighlighter } from 'shiki';

export default async function (config) {
  const themes = { light: 'github-light', dark: 'github-dark' };
  const highlighter = await createHighlighter({
    themes: Object.values(themes),
    langs: ['python', 'typescript', 'bash', 'json'],
  });
  config.amendLibrary('md', (markdown) => {
    markdown.use(katex.default ?? katex);
    markdown.use(fromHighlighter(highlighter, { themes }));
  });
  config.addPassthroughCopy({
    'node_modules/katex/dist/katex.min.css': 'katex/katex.min.css',
    'node_modules/katex/dist/fonts': 'katex/fonts',
  });
  config.addCollection('posts', (api) => api.getFilteredByGlob('posts/*.md').reverse());
  config.addPlugin(feedPlugin, {
    type: 'atom',
    outputPath: '/feed.xml',
    collection: { name: 'posts', limit: 50 },
    metadata: { language: 'zh', title: 'Bench', base: 'https://example.org/', author: { name: 'Bench' } },
  });
  return { dir: { input: '.', output: '_site', includes: '_includes' }, markdownTemplateEngine: false };
}
`;

const page = `<!doctype html>
<html lang="zh">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>{{ title }}</title><link rel="stylesheet" href="/katex/katex.min.css"><meta name="description" content="{{ description }}"></head>
<body><main data-pagefind-body><h1>{{ title }}</h1>{{ content | safe }}</main></body>
</html>
`;

const list = `---
pagination: { data: collections.posts, size: 7 }
permalink: "{% if pagination.pageNumber > 0 %}page/{{ pagination.pageNumber + 1 }}/{% endif %}index.html"
eleventyExcludeFromCollections: true
---
<!doctype html><html lang="zh"><head><meta charset="utf-8"><title>List</title></head><body><ol>
{% for post in pagination.items %}<li><a href="{{ post.url }}">{{ post.data.title }}</a><p>{{ post.data.description }}</p></li>{% endfor %}
</ol></body></html>
`;

const tags = `---
pagination: { data: collections, size: 1, alias: tag, filter: [all, posts] }
permalink: "tags/{{ tag }}/"
eleventyExcludeFromCollections: true
---
<!doctype html><html lang="zh"><head><meta charset="utf-8"><title>{{ tag }}</title></head><body><ol>
{% for post in collections[tag] %}<li><a href="{{ post.url }}">{{ post.data.title }}</a></li>{% endfor %}
</ol></body></html>
`;

/** Eleventy with markdown-it, KaTeX and Shiki, followed by Pagefind. */
export const eleventy: Peer = {
  name: 'eleventy',
  title: 'Eleventy',
  packages: {
    '@11ty/eleventy': '3.1.8',
    '@11ty/eleventy-plugin-rss': '3.0.0',
    '@vscode/markdown-it-katex': '1.1.2',
    '@shikijs/markdown-it': '4.6.0',
    shiki: '4.6.0',
    katex: '0.16.47',
    ...pagefind,
  },
  differs: 'less: no check of links, one feed; MDX is not read',
  articles: 'posts',
  write: (folder, articles) => {
    writeFiles(folder, {
      'eleventy.config.mjs': config,
      '_includes/page.njk': page,
      'posts/posts.json': JSON.stringify({ layout: 'page.njk' }),
      'index.njk': list,
      'tags.njk': tags,
    });
    writeArticles(path.join(folder, 'posts'), withoutMdx(articles));
  },
  build: [['node', 'node_modules/@11ty/eleventy/cmd.cjs', '--quiet'], pagefindOver('_site')],
  site: '_site',
  pageOf: (slug) => `/posts/${slug}/`,
  leaves: ['_site', '.cache'],
};
