/** A hit as the dialog shows it. `excerpt` is HTML with `<mark>` around the words found. */
export interface SearchHit {
  readonly title: string;
  readonly url: string;
  readonly excerpt: string;
  /** Sections of the article that match. */
  readonly sections: readonly { readonly title: string; readonly url: string; readonly excerpt: string }[];
}

/** What Pagefind's browser module offers, as far as it is used. */
interface Pagefind {
  options(options: Record<string, unknown>): Promise<void>;
  search(query: string): Promise<{ results: { data(): Promise<PagefindData> }[] }>;
}

interface PagefindData {
  url: string;
  excerpt: string;
  meta: { title?: string };
  sub_results?: { title: string; url: string; excerpt: string }[];
}

const limit = 8;
let engine: Promise<Pagefind> | undefined;

async function load(): Promise<Pagefind> {
  const base = document.documentElement.dataset.base ?? '/';
  const pagefind = (await import(/* @vite-ignore */ `${base}pagefind/pagefind.js`)) as Pagefind;
  await pagefind.options({ baseUrl: base, excerptLength: 24 });
  return pagefind;
}

/**
 * Searches the articles.
 *
 * @throws when the index cannot be loaded: it is missing in dev before the first build, or the reader is offline.
 */
export async function search(query: string): Promise<SearchHit[]> {
  if (query.trim() === '') return [];
  engine ??= load();
  try {
    const { results } = await (await engine).search(query);
    const data = await Promise.all(results.slice(0, limit).map((result) => result.data()));
    return data.map(({ url, excerpt, meta, sub_results: sections = [] }) => ({
      title: meta.title ?? url,
      url,
      excerpt,
      sections: sections.filter((section) => section.url !== url).slice(0, 3),
    }));
  } catch (error) {
    // Let the next try load it again.
    engine = undefined;
    throw error;
  }
}
