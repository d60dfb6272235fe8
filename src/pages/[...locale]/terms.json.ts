import type { APIRoute } from 'astro';
import { siteTerms } from '../../articles/term-cards.ts';
import { localeParams, locales } from '../../locales.ts';

/** A build writes them as a file that is named after its content; see the middleware. */
export const getStaticPaths = () =>
  import.meta.env.DEV ? locales.map((locale) => ({ params: localeParams(locale) })) : [];

/** The cards of the locale's terms, for the dev server. */
export const GET: APIRoute = async ({ locals }) => Response.json((await siteTerms(locals.locale)).cards);
