import type { ArticleHit, Piece, SearchAnswer, SearchQuery } from '../search/answer.ts';
import type { WorkerReply, WorkerRequest } from './search-client.ts';

interface Pagefind {
  search(query: string): Promise<{ results: { data(): Promise<Data> }[] }>;
}

interface Data {
  url: string;
  excerpt: string;
  meta: { title?: string };
  sub_results?: { title: string; url: string; excerpt: string }[];
}

const pieces = (html: string): Piece[] =>
  html.split(/<\/?mark>/u).map((text, index) => ({ text, isMatch: index % 2 === 1 }));

let engine: Promise<Pagefind> | undefined;

async function answer({ text }: SearchQuery, base: string): Promise<SearchAnswer> {
  engine ??= (import(/* @vite-ignore */ `${base}pagefind/pagefind.js`) as Promise<Pagefind>).catch(
    (error: unknown) => {
      engine = undefined;
      throw error;
    },
  );
  const { results } = await (await engine).search(text);
  const found = await Promise.all(results.slice(0, 8).map((result) => result.data()));
  const articles = found.map(({ url, excerpt, meta, sub_results: sections = [] }): ArticleHit => ({
    title: pieces(meta.title ?? url),
    url,
    excerpt: pieces(excerpt),
    date: '',
    tags: [],
    sections: sections
      .slice(0, 3)
      .map((one) => ({ title: pieces(one.title), url: one.url, excerpt: pieces(one.excerpt) })),
  }));
  return {
    total: results.length,
    articles,
    formulas: [],
    alsoSearched: [],
    isPartial: false,
    filters: {},
  };
}

addEventListener('message', ({ data: { id, base, query } }: MessageEvent<WorkerRequest>) => {
  void answer(query, base).then(
    (found) => {
      postMessage({ id, answer: found } satisfies WorkerReply);
    },
    () => {
      postMessage({ id, failure: 'no-index' } satisfies WorkerReply);
    },
  );
});
