import path from 'node:path';
import { type Peer, writeArticles, writeFiles } from './peer.ts';

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
<head><meta charset="utf-8"><title>{{ title }}</title><meta name="description" content="{{ description }}"></head>
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
  packages: {
    '@11ty/eleventy': '3.1.8',
    '@11ty/eleventy-plugin-rss': '3.0.0',
    '@vscode/markdown-it-katex': '1.1.2',
    '@shikijs/markdown-it': '4.6.0',
    shiki: '4.6.0',
    pagefind: '1.6.0',
  },
  differs: 'less: no check of links, one feed; MDX is not read',
  write: (folder, articles) => {
    writeFiles(folder, {
      'eleventy.config.js': config,
      '_includes/page.njk': page,
      'posts/posts.json': JSON.stringify({ layout: 'page.njk' }),
      'index.njk': list,
      'tags.njk': tags,
    });
    writeArticles(
      path.join(folder, 'posts'),
      [...articles].filter(({ isMdx }) => !isMdx),
    );
  },
  build: [
    ['node', 'node_modules/@11ty/eleventy/cmd.cjs', '--quiet'],
    ['node', 'node_modules/pagefind/lib/runner/bin.cjs', '--site', '_site', '--silent'],
  ],
  leaves: ['_site', '.cache'],
};
