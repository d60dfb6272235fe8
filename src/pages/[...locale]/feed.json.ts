import type { APIRoute, GetStaticPaths } from 'astro';
import { localeFeed } from '../../feeds/locale-feed.ts';
import { jsonFeed } from '../../feeds/json-feed.ts';
import { localeParams, locales, localHref } from '../../locales.ts';
import { site } from '../../site.config.ts';

export const getStaticPaths = (() =>
  locales.map((locale) => ({ params: localeParams(locale) }))) satisfies GetStaticPaths;

/** The feed of a locale as JSON Feed: the newest articles in its language in full. */
export const GET: APIRoute = async ({ locals: { locale } }) => {
  const self = site.url + localHref(locale, '/feed.json');
  return new Response(jsonFeed(await localeFeed(locale), self), {
    headers: { 'content-type': 'application/feed+json; charset=utf-8' },
  });
};
