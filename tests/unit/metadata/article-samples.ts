import type { PublishedArticle } from '../../../src/metadata/article-data.ts';

/** An article with everything that metadata speaks of. */
export const sample: PublishedArticle = {
  language: 'zh-CN',
  url: 'https://example.org/posts/lora/',
  markdown: 'https://example.org/posts/lora/index.md',
  translations: [{ language: 'en', url: 'https://example.org/en/posts/lora/' }],
  data: {
    section: 'posts',
    slug: 'lora',
    path: '/posts/lora/',
    order: 0,
    locale: 'zh',
    file: 'content/posts/lora/zh.md',
    contentPath: 'posts/lora/zh.md',
    title: 'LoRA：低秩适配',
    date: new Date('2026-11-20T08:00:00Z'),
    updated: new Date('2026-11-22T00:00:00Z'),
    description: '一句话。',
    excerpt: '开头。',
    tags: ['大模型', '微调'],
    authors: [
      { id: 'li', name: '李华', url: 'https://example.org/li' },
      { id: 'desk', name: '编辑部', type: 'organization' },
    ],
    aliases: [],
    series: { id: 'peft', order: 2, titles: { zh: '参数高效微调' }, descriptions: {} },
    draft: false,
    headings: [],
    terms: [],
    length: { han: 3000, words: 400 },
    components: [],
    hasMath: true,
    signal: [],
    references: [
      {
        key: 'hu2021lora',
        title: 'LoRA; Low-Rank Adaptation',
        authors: ['Edward J. Hu', 'Yelong Shen'],
        year: 2021,
        arxiv: '2106.09685',
      },
      { key: 'x', title: 'On X', authors: [], doi: '10.1/a b', url: 'https://example.org/x' },
      { key: 'y', title: 'On Y', authors: [], url: 'https://example.org/y' },
    ],
    notation: [],
  },
};
