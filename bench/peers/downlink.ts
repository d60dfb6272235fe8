import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Peer } from './peer.ts';

const project = fileURLToPath(new URL('../../', import.meta.url));

/** This project, with one locale and without social images, which no other peer draws. */
export const downlink: Peer = {
  name: 'downlink',
  title: 'Downlink',
  packages: {},
  differs:
    'more: checks of links and labels, MathML text for search, a bigram index, three feeds, Markdown copies, cut fonts, a policy for each page',
  articles: 'content/posts',
  write: (folder, articles) => {
    for (const { slug, isMdx, text } of articles) {
      const own = path.join(folder, 'content', 'posts', slug);
      mkdirSync(own, { recursive: true });
      writeFileSync(path.join(own, isMdx ? 'zh.mdx' : 'zh.md'), text);
    }
  },
  runsIn: project,
  build: [['node', 'scripts/build.ts']],
  site: 'dist',
  pageOf: (slug) => `/posts/${slug}/`,
  leaves: ['dist', 'cache'],
  env: (folder) => ({
    DOWNLINK_CONTENT: path.join(folder, 'content'),
    DOWNLINK_OUT: path.join(folder, 'dist'),
    DOWNLINK_CACHE: path.join(folder, 'cache'),
    DOWNLINK_LOCALES: 'zh',
    DOWNLINK_SOCIAL_IMAGES: '0',
  }),
};
