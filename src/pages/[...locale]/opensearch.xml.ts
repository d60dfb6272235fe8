import type { APIRoute, GetStaticPaths } from 'astro';
import { escapeHtml } from '../../escape-html.ts';
import { localeParams, locales, localHref } from '../../locales.ts';
import { site } from '../../site.config.ts';
import { href } from '../../urls.ts';

export const getStaticPaths = (() =>
  locales.map((locale) => ({ params: localeParams(locale) }))) satisfies GetStaticPaths;

/** Tells browsers how to search the site from their address bar. */
export const GET: APIRoute = ({ locals: { locale, words } }) => {
  // The braces are the template's own and stay as they are.
  const template = `${site.url}${localHref(locale, '/search/')}?q={searchTerms}`;
  const xml = `<?xml version="1.0" encoding="UTF-8"?>
<OpenSearchDescription xmlns="http://a9.com/-/spec/opensearch/1.1/">
<ShortName>${escapeHtml([...site.name].slice(0, 16).join(''))}</ShortName>
<Description>${escapeHtml(words.searchDescription)}</Description>
<InputEncoding>UTF-8</InputEncoding>
<Image height="16" width="16" type="image/svg+xml">${escapeHtml(site.url + href(site.base, '/favicon.svg'))}</Image>
<Url type="text/html" template="${escapeHtml(template)}"/>
</OpenSearchDescription>
`;
  return new Response(xml, {
    headers: { 'content-type': 'application/opensearchdescription+xml; charset=utf-8' },
  });
};
