import path from 'node:path';
import { type Peer, writeArticles, writeFiles } from './peer.ts';
import { feedOf } from './plain-astro.ts';

const config = `
import starlight from '@astrojs/starlight';
import { unified } from '@astrojs/markdown-remark';
import { defineConfig } from 'astro/config';
import rehypeKatex from 'rehype-katex';
import remarkMath from 'remark-math';

export default defineConfig({
  site: 'https://example.org',
  devToolbar: { enabled: false },
  markdown: { processor: unified({ remarkPlugins: [remarkMath], rehypePlugins: [rehypeKatex] }) },
  integrations: [
    starlight({
      title: 'Bench',
      locales: { root: { label: '简体中文', lang: 'zh-CN' } },
      customCss: ['katex/dist/katex.min.css'],
      sidebar: [{ label: 'List', link: '/list/' }],
    }),
  ],
});
`;

const collections = `
import { defineCollection } from 'astro:content';
import { z } from 'astro/zod';
import { docsLoader } from '@astrojs/starlight/loaders';
import { docsSchema } from '@astrojs/starlight/schema';

const own = z.object({ date: z.coerce.date(), tags: z.array(z.string()) }).partial();
export const collections = { docs: defineCollection({ loader: docsLoader(), schema: docsSchema({ extend: own }) }) };
`;

const list = `---
import StarlightPage from '@astrojs/starlight/components/StarlightPage.astro';
import { getCollection } from 'astro:content';
export async function getStaticPaths({ paginate }) {
  const posts = (await getCollection('docs')).sort((a, b) => b.data.date - a.data.date);
  return paginate(posts, { pageSize: 7 });
}
const { page } = Astro.props;
---
<StarlightPage frontmatter={{ title: 'List', pagefind: false }}>
<ol>{page.data.map((post) => <li><a href={'/' + post.id + '/'}>{post.data.title}</a><p>{post.data.description}</p></li>)}</ol>
</StarlightPage>
`;

const tag = `---
import StarlightPage from '@astrojs/starlight/components/StarlightPage.astro';
import { getCollection } from 'astro:content';
export async function getStaticPaths() {
  const posts = await getCollection('docs');
  const tags = [...new Set(posts.flatMap((post) => post.data.tags))];
  return tags.map((tag) => ({ params: { tag }, props: { posts: posts.filter((post) => post.data.tags.includes(tag)) } }));
}
const { posts } = Astro.props;
---
<StarlightPage frontmatter={{ title: Astro.params.tag, pagefind: false }}>
<ol>{posts.map((post) => <li><a href={'/' + post.id + '/'}>{post.data.title}</a></li>)}</ol>
</StarlightPage>
`;

/** Starlight with remark-math, rehype-katex, its own code frames (Shiki) and its own Pagefind. */
export const starlight: Peer = {
  name: 'starlight',
  title: 'Starlight',
  packages: {
    '@astrojs/starlight': '0.42.4',
    astro: '7.3.5',
    '@astrojs/markdown-remark': '7.3.1',
    '@astrojs/rss': '4.0.19',
    'rehype-katex': '7.0.1',
    'remark-math': '6.0.0',
    katex: '0.16.47',
  },
  differs: 'less: no check of links, one feed; lists are pages written for it; more: a sitemap',
  articles: 'src/content/docs/posts',
  write: (folder, articles) => {
    writeFiles(folder, {
      'astro.config.mjs': config,
      'src/content.config.ts': collections,
      'src/pages/list/[...page].astro': list,
      'src/pages/tags/[tag].astro': tag,
      'src/pages/feed.xml.js': feedOf('docs', '/'),
    });
    writeArticles(path.join(folder, 'src', 'content', 'docs', 'posts'), articles);
  },
  build: [['node', 'node_modules/astro/bin/astro.mjs', 'build', '--silent']],
  site: 'dist',
  pageOf: (slug) => `/posts/${slug}/`,
  leaves: ['dist', '.astro', 'node_modules/.astro', 'node_modules/.vite'],
  env: () => ({ ASTRO_TELEMETRY_DISABLED: '1' }),
};
