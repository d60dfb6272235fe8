import { defineCollection } from 'astro:content';
import { articleLoader } from './loader/article-loader.ts';
import { articleSchema } from './schemas/article.ts';

/** Articles and pages of the manual, told apart by `section`. */
export const collections = {
  articles: defineCollection({ loader: articleLoader(), schema: articleSchema }),
};
