import { defineCollection } from 'astro:content';
import { z } from 'astro/zod';
import { processLoader } from './loader/shared.ts';
import { articleSchema } from './schemas/article.ts';

/** Articles and pages of the manual, told apart by `section`. */
export const collections = {
  articles: defineCollection({
    loader: processLoader(),
    schema: ({ image }) =>
      articleSchema.extend({
        /** A name for all that pages show of it; nothing where that is not known. */
        digest: z.string().optional(),
        /** Image files of the copy in Markdown, by their paths from the article. */
        images: z.array(z.object({ path: z.string(), file: image() })),
      }),
  }),
};
