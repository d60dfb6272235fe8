import type { APIRoute, GetStaticPaths, InferGetStaticPropsType } from 'astro';
import { cardOf } from '../../../../articles/card.ts';
import { allDocs } from '../../../../articles/query.ts';
import { localeParams, locales } from '../../../../locales.ts';

export const getStaticPaths = (async () => {
  const cards = locales.map(async (locale) =>
    (await allDocs(locale)).map((entry) => ({
      params: { ...localeParams(locale), slug: entry.data.slug },
      props: { entry },
    })),
  );
  return (await Promise.all(cards)).flat();
}) satisfies GetStaticPaths;

type Props = InferGetStaticPropsType<typeof getStaticPaths>;

export const GET: APIRoute<Props> = ({ props, locals }) =>
  Response.json(cardOf(props.entry, locals.locale, locals.words.date));
