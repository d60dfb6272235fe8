import { defineCollection } from 'astro:content';
import { articleLoader } from './loader/article-loader.ts';
import { articleSchema } from './schemas/article.ts';

export const collections = {
  posts: defineCollection({ loader: articleLoader('posts'), schema: articleSchema }),
  docs: defineCollection({ loader: articleLoader('docs'), schema: articleSchema }),
};
