import type { APIRoute, GetStaticPaths } from 'astro';
import { allArticles, allDocs, type ArticleEntry } from '../../articles/query.ts';
import { feedFormats } from '../../feed-formats.ts';
import { localeParams, locales, localHref } from '../../locales.ts';
import { type LlmsLink, llmsText } from '../../metadata/llms-text.ts';
import { site } from '../../site.config.ts';
import { hasList } from '../../site-sections.ts';
import { href, markdownPath } from '../../urls.ts';

export const getStaticPaths = (() =>
  locales.map((locale) => ({ params: localeParams(locale) }))) satisfies GetStaticPaths;

const linkTo = ({ data }: ArticleEntry): LlmsLink => ({
  title: data.title,
  url: site.url + href(site.base, markdownPath(data.path)),
  note: data.description,
});

/** What a locale shows, for language models: the copies in Markdown of its articles and of the manual. */
export const GET: APIRoute = async ({ locals: { locale, words } }) => {
  const articles = await allArticles(locale);
  const docs = await allDocs(locale);
  const optional = [
    { name: words.archive, path: '/archive/' },
    ...(hasList('/tags/') ? [{ name: words.tags, path: '/tags/' }] : []),
    ...feedFormats,
  ];
  const text = llmsText({
    name: site.name,
    description: locale.description,
    sections: [
      { title: words.articlesTitle, links: articles.map(linkTo) },
      { title: words.manual, links: docs.map(linkTo) },
      {
        // A word of the format: what may be left out.
        title: 'Optional',
        links: optional.map(({ name, path }) => ({
          title: name,
          url: site.url + localHref(locale, path),
          note: '',
        })),
      },
    ],
  });
  return new Response(text, { headers: { 'content-type': 'text/plain; charset=utf-8' } });
};
