import path from 'node:path';
import { pagefind, pagefindOver, type Peer, writeArticles, writeFiles } from './peer.ts';

const config = `
import mdx from '@astrojs/mdx';
import { unified } from '@astrojs/markdown-remark';
import { defineConfig } from 'astro/config';
import rehypeKatex from 'rehype-katex';
import remarkMath from 'remark-math';

export default defineConfig({
  site: 'https://example.org',
  integrations: [mdx()],
  devToolbar: { enabled: false },
  markdown: {
    processor: unified({ remarkPlugins: [remarkMath], rehypePlugins: [rehypeKatex] }),
    shikiConfig: { themes: { light: 'github-light', dark: 'github-dark' } },
  },
});
`;

const collections = `
import { defineCollection } from 'astro:content';
import { glob } from 'astro/loaders';
import { z } from 'astro/zod';

export const collections = {
  posts: defineCollection({
    loader: glob({ pattern: '*.{md,mdx}', base: './posts' }),
    schema: z.object({ title: z.string(), date: z.coerce.date(), description: z.string(), tags: z.array(z.string()) }),
  }),
};
`;

const post = `---
import 'katex/dist/katex.min.css';
import { getCollection, render } from 'astro:content';
export async function getStaticPaths() {
  return (await getCollection('posts')).map((post) => ({ params: { slug: post.id }, props: { post } }));
}
const { post } = Astro.props;
const { Content } = await render(post);
---
<html lang="zh"><head><meta charset="utf-8" /><meta name="viewport" content="width=device-width" /><title>{post.data.title}</title><meta name="description" content={post.data.description} /></head>
<body><main data-pagefind-body><h1>{post.data.title}</h1><Content /></main></body></html>
`;

const list = `---
import { getCollection } from 'astro:content';
export async function getStaticPaths({ paginate }) {
  const posts = (await getCollection('posts')).sort((a, b) => b.data.date - a.data.date);
  return paginate(posts, { pageSize: 7 });
}
const { page } = Astro.props;
---
<html lang="zh"><head><meta charset="utf-8" /><title>List</title></head>
<body><ol>{page.data.map((post) => <li><a href={'/posts/' + post.id + '/'}>{post.data.title}</a><p>{post.data.description}</p></li>)}</ol></body></html>
`;

const tag = `---
import { getCollection } from 'astro:content';
export async function getStaticPaths() {
  const posts = await getCollection('posts');
  const tags = [...new Set(posts.flatMap((post) => post.data.tags))];
  return tags.map((tag) => ({ params: { tag }, props: { posts: posts.filter((post) => post.data.tags.includes(tag)) } }));
}
const { posts } = Astro.props;
---
<html lang="zh"><head><meta charset="utf-8" /><title>{Astro.params.tag}</title></head>
<body><ol>{posts.map((post) => <li><a href={'/posts/' + post.id + '/'}>{post.data.title}</a></li>)}</ol></body></html>
`;

/** A feed of the newest 50 articles of a collection, with their texts; `before` stands before their ids. */
export const feedOf = (collection: string, before: string): string => `
import rss from '@astrojs/rss';
import { getCollection } from 'astro:content';
export async function GET(context) {
  const posts = (await getCollection('${collection}')).sort((a, b) => b.data.date - a.data.date).slice(0, 50);
  return rss({
    title: 'Bench', description: 'Bench', site: context.site,
    items: posts.map((post) => ({ title: post.data.title, pubDate: post.data.date, description: post.data.description, link: '${before}' + post.id + '/', content: post.rendered?.html })),
  });
}
`;

/** Astro as its own pages show it, with remark-math, rehype-katex and Shiki, followed by Pagefind. */
export const plainAstro: Peer = {
  name: 'astro',
  title: 'Astro',
  packages: {
    astro: '7.3.5',
    '@astrojs/mdx': '8.0.2',
    '@astrojs/markdown-remark': '7.3.1',
    '@astrojs/rss': '4.0.19',
    'rehype-katex': '7.0.1',
    'remark-math': '6.0.0',
    katex: '0.16.47',
    ...pagefind,
  },
  differs: 'less: no check of links, one feed',
  articles: 'posts',
  write: (folder, articles) => {
    writeFiles(folder, {
      'astro.config.mjs': config,
      'src/content.config.ts': collections,
      'src/pages/posts/[slug].astro': post,
      'src/pages/[...page].astro': list,
      'src/pages/tags/[tag].astro': tag,
      'src/pages/feed.xml.js': feedOf('posts', '/posts/'),
    });
    writeArticles(path.join(folder, 'posts'), articles);
  },
  build: [['node', 'node_modules/astro/bin/astro.mjs', 'build', '--silent'], pagefindOver('dist')],
  site: 'dist',
  pageOf: (slug) => `/posts/${slug}/`,
  leaves: ['dist', '.astro', 'node_modules/.astro', 'node_modules/.vite'],
  env: () => ({ ASTRO_TELEMETRY_DISABLED: '1' }),
};
