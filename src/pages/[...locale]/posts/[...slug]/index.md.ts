import type { APIRoute } from 'astro';
import { copyRoutes, markdownResponse } from '../../../../articles/copy-routes.ts';

export const getStaticPaths = () => copyRoutes('posts');

/** The copy of an article in Markdown, beside its page. */
export const GET: APIRoute<Awaited<ReturnType<typeof getStaticPaths>>[number]['props']> = ({ props }) =>
  markdownResponse(props.entry);
