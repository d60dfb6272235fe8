import { z } from 'astro/zod';

/** `content/authors.yaml`: who may be named under `authors` in front matter, by id. */
export const authorsSchema = z.record(
  z.string(),
  z.strictObject({
    name: z.string().min(1),
    url: z.url().optional(),
    /** What search engines take the author for; a person where it is not said. */
    type: z.enum(['person', 'organization']).optional(),
  }),
);

export type Authors = z.output<typeof authorsSchema>;
