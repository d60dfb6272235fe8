/** What the reader wants to find, as the dialog and the page keep it. */
export interface Question {
  /** As typed; the field may hold anything. */
  readonly text: string;
  readonly tags: readonly string[];
  /** Title of a series, `2026`; empty for any. */
  readonly series: string;
  readonly year: string;
  readonly sort: 'relevance' | 'newest';
}

/** A question about nothing. */
export const noQuestion: Question = { text: '', tags: [], series: '', year: '', sort: 'relevance' };

/** What an article must have to be found, by the names of the index. */
export const filtersOf = ({ tags, series, year }: Question): Readonly<Record<string, readonly string[]>> => ({
  ...(tags.length > 0 ? { tag: tags } : {}),
  ...(series === '' ? {} : { series: [series] }),
  ...(year === '' ? {} : { year: [year] }),
});

const longest = 256;

/**
 * The part of a typed text that is searched: on one line, without control characters and halves of
 * characters, at most 256 characters.
 */
export function searchableText(typed: string): string {
  // Cut first: normalising a pasted book would take long.
  const start = [...typed.slice(0, 4 * longest).toWellFormed()];
  const clean = start.map((letter) => (/[\p{Cc}\uFFFD]/u.test(letter) ? ' ' : letter)).join('');
  const text = clean.replace(/\s+/gu, ' ').trim();
  return [...text].slice(0, longest).join('').trim();
}

/** The address of the search page that asks the same question. */
export function searchPageUrl({ text, tags, series, year, sort }: Question, home: string): string {
  const parameters = new URLSearchParams();
  if (text !== '') parameters.set('q', text);
  for (const tag of tags) parameters.append('tag', tag);
  if (series !== '') parameters.set('series', series);
  if (year !== '') parameters.set('year', year);
  if (sort !== 'relevance') parameters.set('sort', sort);
  const query = parameters.size > 0 ? `?${parameters.toString()}` : '';
  return `${home}search/${query}`;
}

/** The question in the query part of an address: `?q=低秩&tag=微调&year=2026&sort=newest`. */
export function questionOf(query: string): Question {
  const parameters = new URLSearchParams(query);
  return {
    text: searchableText(parameters.get('q') ?? ''),
    tags: [...new Set(parameters.getAll('tag'))].filter((tag) => tag !== '').slice(0, 16),
    series: parameters.get('series') ?? '',
    year: /^\d{4}$/u.exec(parameters.get('year') ?? '')?.[0] ?? '',
    sort: parameters.get('sort') === 'newest' ? 'newest' : 'relevance',
  };
}

/** Words of an address that does not exist: `/posts/lora-paper.html` → `lora paper`. */
export function wordsOfPath(path: string, home: string): string {
  const own = path.startsWith(home) ? path.slice(home.length) : path;
  let readable = own;
  try {
    readable = decodeURIComponent(own);
  } catch {
    // Not well percent-encoded; the words may still be there.
  }
  const words = readable.split(/[^\p{L}\p{N}]+/u);
  const common =
    /^(?:\d+|posts?|tags?|series|docs?|pages?|archive|blog|articles?|index|html?|php|md|mdx|zh|en|cn|)$/iu;
  return searchableText(words.filter((word) => !common.test(word)).join(' '));
}
