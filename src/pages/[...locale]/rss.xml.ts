import type { APIRoute, GetStaticPaths } from 'astro';
import { localeFeed } from '../../feeds/locale-feed.ts';
import { rssFeed } from '../../feeds/rss.ts';
import { localeParams, locales, localHref } from '../../locales.ts';
import { site } from '../../site.config.ts';

export const getStaticPaths = (() =>
  locales.map((locale) => ({ params: localeParams(locale) }))) satisfies GetStaticPaths;

/** The feed of a locale as RSS: the newest articles in its language in full. */
export const GET: APIRoute = async ({ locals: { locale } }) => {
  const self = site.url + localHref(locale, '/rss.xml');
  return new Response(rssFeed(await localeFeed(locale), self), {
    headers: { 'content-type': 'application/rss+xml; charset=utf-8' },
  });
};
