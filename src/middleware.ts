import { defineMiddleware } from 'astro:middleware';
import { pagePrinted } from './build/page-counter.ts';
import { keepData, keepSheet, withPolicy } from './headers/printed-pages.ts';
import { languageOf, wordsOf } from './i18n/words.ts';
import { localeOfAddress, localHref } from './locales.ts';
import { fillFigures, fillPage } from './renditions/slot.ts';
import { processRenditions } from './renditions/shared.ts';
import { withSelfLinks } from './self-links.ts';
import { site } from './site.config.ts';
import { href } from './urls.ts';

const linkToSheet = (css: string): string =>
  `<link rel="stylesheet" href="${href(site.base, `/_assets/${keepSheet(css)}`)}">`;

/**
 * Tells every page its locale and the words of its interface, and puts formulas and code where their slots
 * are, and links of blocks to themselves, in dev and in build, for `.md` and `.mdx` alike. A built page links
 * to the rules of its formulas and to data for its scripts, so that one Content-Security-Policy does for all pages, and gets that policy.
 */
export const onRequest = defineMiddleware(async ({ locals, url }, next) => {
  locals.locale = localeOfAddress(url.pathname);
  locals.words = wordsOf(locals.locale.tag);
  locals.writing = languageOf(locals.locale.tag);
  locals.styles = '';
  locals.fileOf = (name, data) =>
    import.meta.env.DEV
      ? localHref(locals.locale, `/${name}.json`)
      : href(site.base, `/_assets/${keepData(`${name}-${locals.locale.id}`, data)}`);
  const response = await next();
  if (!response.headers.get('content-type')?.startsWith('text/html')) return response;
  pagePrinted();
  const renditions = processRenditions();
  // Before formulas come in: they get no such links, and are most of a page.
  const html = withSelfLinks(fillFigures(await response.text(), renditions), locals.words.selfLink);
  const page = fillPage(html, renditions, {
    own: locals.styles,
    ...(import.meta.env.DEV ? {} : { print: linkToSheet }),
  });
  const printed = import.meta.env.DEV ? page : withPolicy(page, site.trustContent, site.contentPolicy);
  // As bytes: a string would be looked through for what is no text first.
  return new Response(new TextEncoder().encode(printed), response);
});
