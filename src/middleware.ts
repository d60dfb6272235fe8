import { defineMiddleware } from 'astro:middleware';
import { pagePrinted } from './build/page-counter.ts';
import { fillPage } from './renditions/slot.ts';
import { processRenditions } from './renditions/shared.ts';

/** Puts formulas and code where their slots are, in dev and in build, for `.md` and `.mdx` alike. */
export const onRequest = defineMiddleware(async (_context, next) => {
  const response = await next();
  if (!response.headers.get('content-type')?.startsWith('text/html')) return response;
  pagePrinted();
  return new Response(fillPage(await response.text(), processRenditions()), response);
});
