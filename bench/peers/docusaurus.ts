import path from 'node:path';
import { pagefind, pagefindOver, type Peer, writeArticles, writeFiles } from './peer.ts';

const config = `
import rehypeKatex from 'rehype-katex';
import remarkMath from 'remark-math';

export default {
  title: 'Bench',
  url: 'https://example.org',
  baseUrl: '/',
  trailingSlash: true,
  i18n: { defaultLocale: 'zh-Hans', locales: ['zh-Hans'] },
  future: { v4: true, faster: true },
  markdown: { format: 'detect' },
  onBrokenLinks: 'throw',
  presets: [
    [
      'classic',
      {
        docs: false,
        blog: {
          routeBasePath: '/',
          postsPerPage: 7,
          blogSidebarCount: 5,
          feedOptions: { type: 'atom', limit: 50 },
          onInlineTags: 'ignore',
          onInlineAuthors: 'ignore',
          onUntruncatedBlogPosts: 'ignore',
          remarkPlugins: [remarkMath],
          rehypePlugins: [rehypeKatex],
        },
        theme: { customCss: ['./katex.css'] },
      },
    ],
  ],
  themeConfig: { prism: { additionalLanguages: ['bash', 'json'] } },
};
`;

/** Docusaurus' blog with its faster bundler, remark-math, rehype-katex and Prism, followed by Pagefind. */
export const docusaurus: Peer = {
  name: 'docusaurus',
  title: 'Docusaurus',
  packages: {
    '@docusaurus/core': '3.10.2',
    '@docusaurus/preset-classic': '3.10.2',
    '@docusaurus/faster': '3.10.2',
    '@mdx-js/react': '3.1.1',
    react: '19.3.1',
    'react-dom': '19.3.1',
    'remark-math': '6.0.0',
    'rehype-katex': '7.0.1',
    katex: '0.16.47',
    ...pagefind,
  },
  differs: 'less: one feed; Prism instead of Shiki; more: every page is a program too, archives',
  articles: 'blog',
  write: (folder, articles) => {
    writeFiles(folder, {
      'docusaurus.config.mjs': config,
      'katex.css': "@import 'katex/dist/katex.min.css';\n",
    });
    const addressOf = (slug: string): string => `/${slug}/`;
    writeArticles(path.join(folder, 'blog'), articles, { linkTo: addressOf, cut: '<!-- truncate -->' });
  },
  build: [
    ['node', 'node_modules/@docusaurus/core/bin/docusaurus.mjs', 'build'],
    pagefindOver('build', '--root-selector', 'article'),
  ],
  site: 'build',
  pageOf: (slug) => `/${slug}/`,
  leaves: ['build', '.docusaurus', 'node_modules/.cache'],
};
