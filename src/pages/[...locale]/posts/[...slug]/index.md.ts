import type { APIRoute } from 'astro';
import { entryRoutes } from '../../../../articles/entry-routes.ts';
import { markdownResponse } from '../../../../articles/markdown-copy.ts';
import { isWrittenIn } from '../../../../articles/query.ts';

export const getStaticPaths = () => entryRoutes('posts', isWrittenIn);

/** The copy of the page in Markdown, in the language that it is written in. */
export const GET: APIRoute<Awaited<ReturnType<typeof getStaticPaths>>[number]['props']> = ({ props }) =>
  markdownResponse(props.entry);
