import { defineMiddleware } from 'astro:middleware';
import { pagePrinted } from './build/page-counter.ts';
import { wordsOf } from './i18n/words.ts';
import { localeOfAddress } from './locales.ts';
import { fillPage } from './renditions/slot.ts';
import { processRenditions } from './renditions/shared.ts';
import { withSelfLinks } from './self-links.ts';

/**
 * Tells every page its locale and the words of its interface, and puts formulas and code where their slots
 * are, and links of blocks to themselves, in dev and in build, for `.md` and `.mdx` alike.
 */
export const onRequest = defineMiddleware(async ({ locals, url }, next) => {
  locals.locale = localeOfAddress(url.pathname);
  locals.words = wordsOf(locals.locale.tag);
  const response = await next();
  if (!response.headers.get('content-type')?.startsWith('text/html')) return response;
  pagePrinted();
  const html = fillPage(await response.text(), processRenditions());
  return new Response(withSelfLinks(html, locals.words.selfLink), response);
});
