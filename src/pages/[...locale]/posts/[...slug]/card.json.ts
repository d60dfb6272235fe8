import type { APIRoute } from 'astro';
import { cardOf } from '../../../../articles/card.ts';
import { entryRoutes } from '../../../../articles/entry-routes.ts';

export const getStaticPaths = () => entryRoutes('posts');

/** What a card over a link to the page shows. */
export const GET: APIRoute<Awaited<ReturnType<typeof getStaticPaths>>[number]['props']> = ({
  props,
  locals,
}) => Response.json(cardOf(props.entry, locals.locale, locals.words.date));
