/** Something that articles can have in common. */
export interface Subject {
  readonly kind: 'tag' | 'term' | 'work';
  /** Its name among those of its kind. */
  readonly id: string;
}

/** What must be known of an article. */
export interface Relatable<Shared extends Subject> {
  readonly id: string;
  readonly subjects: readonly Shared[];
  /** Articles of one series are not called related: their own list stands beside. */
  readonly series: string | undefined;
}

/** An article that is near to another one, and why. */
export interface Related<Shared extends Subject> {
  readonly id: string;
  /** What both have in common, the rarest first. */
  readonly shared: readonly Shared[];
}

/** What a thing in common counts, before its rarity: terms are found by a program, not chosen by an author. */
const kindWeight = { tag: 1, work: 1, term: 0.7 } as const;

/** A subject of more articles than this says nothing, and would compare too many pairs. */
const commonest = (articles: number): number => Math.min(500, Math.max(3, articles / 2));

interface Posting<Shared> {
  readonly subject: Shared;
  readonly weight: number;
  /** Places of its articles. */
  readonly places: readonly number[];
}

/** Subjects with the places of their articles. */
function invert<Shared extends Subject>(articles: readonly Relatable<Shared>[]): Posting<Shared>[][] {
  const places = new Map<string, number[]>();
  const keyOf = ({ kind, id }: Subject): string => `${kind} ${id}`;
  const subjectsOf = articles.map(({ subjects }) => [
    ...new Map(subjects.map((subject) => [keyOf(subject), subject])),
  ]);
  subjectsOf.forEach((subjects, place) => {
    for (const [key] of subjects) {
      const known = places.get(key);
      if (known) known.push(place);
      else places.set(key, [place]);
    }
  });
  return subjectsOf.map((subjects) =>
    subjects.flatMap(([key, subject]) => {
      const own = places.get(key) ?? [];
      if (own.length < 2 || own.length > commonest(articles.length)) return [];
      const rarity = Math.log((articles.length + 1) / own.length);
      return [{ subject, weight: kindWeight[subject.kind] * rarity, places: own }];
    }),
  );
}

/** Terms that two articles without a tag or a work in common must share: a few are in every text. */
const enoughTerms = 3;

/** Sums in another order differ in their last digits, which must not decide. */
const rounded = (score: number): number => Math.round(score * 1e9);

/**
 * The articles nearest to each, by what they have in common: tags, terms, works cited. What few articles
 * have counts more, as in tf-idf, and articles that are about everything are no nearer for it: the score
 * is the cosine of two articles, each a vector of weights. Only articles that share something are compared.
 *
 * @param articles with ids of their own; of two that are as near, the earlier one comes first.
 * @param most how many are named for each.
 */
export function relatedArticles<Shared extends Subject>(
  articles: readonly Relatable<Shared>[],
  most = 3,
): ReadonlyMap<string, readonly Related<Shared>[]> {
  const postings = invert(articles);
  const lengths = Float64Array.from(postings, (own) => Math.hypot(...own.map(({ weight }) => weight)));
  const scores = new Float64Array(articles.length);
  /** Terms in common; a tag or a work is as good as enough of them. */
  const counts = new Uint32Array(articles.length);

  const isCandidate = (other: number, place: number): boolean => {
    const series = articles[place]?.series;
    const isOther = other !== place && (series === undefined || articles[other]?.series !== series);
    return isOther && (counts[other] ?? 0) >= enoughTerms;
  };

  /** Places of the articles nearest to that at a place. */
  const nearestTo = (place: number): number[] => {
    const touched: number[] = [];
    for (const { subject, weight, places } of postings[place] ?? []) {
      const share = weight * weight;
      const count = subject.kind === 'term' ? 1 : enoughTerms;
      for (const other of places) {
        if (counts[other] === 0) touched.push(other);
        scores[other] = (scores[other] ?? 0) + share;
        counts[other] = (counts[other] ?? 0) + count;
      }
    }
    const best: { readonly other: number; readonly score: number }[] = [];
    for (const other of touched) {
      const score = rounded((scores[other] ?? 0) / (lengths[other] ?? 1));
      const last = best.length < most ? undefined : best.at(-1);
      const isNearer = !last || score > last.score || (score === last.score && other < last.other);
      if (isNearer && isCandidate(other, place)) {
        best.push({ other, score });
        best.sort((a, b) => b.score - a.score || a.other - b.other);
        best.length = Math.min(best.length, most);
      }
    }
    for (const other of touched) scores[other] = counts[other] = 0;
    return best.map(({ other }) => other);
  };

  const sharedBy = (place: number, other: number): Shared[] => {
    const theirs = new Set(postings[other]?.map(({ places }) => places));
    const shared = (postings[place] ?? []).filter(({ places }) => theirs.has(places));
    return shared.toSorted((a, b) => b.weight - a.weight).map(({ subject }) => subject);
  };

  return new Map(
    articles.map(({ id }, place) => [
      id,
      nearestTo(place).map((other) => ({ id: articles[other]?.id ?? '', shared: sharedBy(place, other) })),
    ]),
  );
}
