import type { Section } from '../markdown/sections.ts';
import { matcherOf, type TermMatcher } from '../markdown/term-matcher.ts';
import type { ArticleData } from '../schemas/article.ts';
import { type Glossary, namesOf, type TermName } from '../schemas/glossary.ts';
import { hashOf } from './article-trace.ts';

type Term = ArticleData['terms'][number];
type Explained = NonNullable<Term['explained']>;

/** Share of a heading that a name must be for the section to be about it: where it is set apart, and anywhere. */
const leastShare = 0.3;
const mostOfIt = 0.5;

const lettersOf = (text: string): number => text.replace(/[^\p{L}\p{N}]/gu, '').length;

/** Uses in the text that make an article deal with a term; one is a mention. */
const enough = 2;

/** What the sections of an article say of terms, as plain data. */
export interface TermUses {
  /** Of the names that were looked for. */
  readonly names: string;
  /** Ids of the terms that are used often enough. */
  readonly used: readonly string[];
  /** Terms that sections are about. */
  readonly explained: readonly (readonly [id: string, where: Explained])[];
}

/** Names by the lists that all articles share, see {@link TermUses}. */
const hashes = new WeakMap<readonly TermName[], string>();

function hashOfNames(names: readonly TermName[]): string {
  const hash = hashes.get(names) ?? hashOf(names);
  hashes.set(names, hash);
  return hash;
}

/** What headings are about. */
function explainedIn(sections: readonly Section[], matcher: TermMatcher): Map<string, Explained> {
  const found = new Map<string, Explained>();
  for (const { id: section, title: numbered } of sections) {
    const heading = numbered.replace(/^\d+(?:\.\d+)*\s+/u, '');
    for (const { id, start, end } of matcher.mentionsIn(heading)) {
      const share = lettersOf(heading.slice(start, end)) / lettersOf(heading);
      const isApart = /(?:^|[与和及、，：,:]|\band)\s*$/u.test(heading.slice(0, start));
      if (section === '' || share < (isApart ? leastShare : mostOfIt)) continue;
      if ((found.get(id)?.share ?? 0) < share) found.set(id, { section, share });
    }
  }
  return found;
}

/** Finds names of terms in an article; for what an article is compiled to, that is the same as long as the names are. */
export function termUses(names: readonly TermName[], sections: readonly Section[]): TermUses {
  const matcher = matcherOf(names);
  const counts = new Map<string, number>();
  const countIn = (text: string): void => {
    for (const { id } of matcher.mentionsIn(text)) counts.set(id, (counts.get(id) ?? 0) + 1);
  };
  for (const { title: heading, blocks } of sections) {
    countIn(heading);
    for (const { kind, text } of blocks) if (kind !== 'code') countIn(text);
  }
  return {
    names: hashOfNames(names),
    used: [...counts].flatMap(([id, count]) => (count >= enough ? id : [])),
    explained: [...explainedIn(sections, matcher)],
  };
}

/** Finds which terms of a glossary an article deals with. */
export class TermFinder {
  /** What articles may call the terms. */
  readonly names: readonly TermName[];
  readonly #matcher: TermMatcher;
  readonly #terms: ReadonlyMap<string, Term>;

  constructor(glossary: Glossary) {
    this.names = namesOf(glossary);
    this.#matcher = matcherOf(this.names);
    this.#terms = new Map(
      [...glossary].map(([id, entry]) => {
        const [zh = entry.en[0] ?? id] = entry.zh;
        return [id, { id, zh, en: entry.en[0] ?? zh }];
      }),
    );
  }

  /**
   * Terms that an article uses in its title or at least twice in its text, in the order of their ids.
   *
   * @param known what was found in these sections before.
   */
  termsOf(title: string, sections: readonly Section[], known?: TermUses): Term[] {
    const isGood = known?.names === hashOfNames(this.names);
    const { used, explained } = isGood ? known : termUses(this.names, sections);
    const inTitle = this.#matcher.mentionsIn(title);
    const where = new Map(explained);
    const [first] = inTitle;
    // What the title begins with is what all of it explains.
    if (first?.start === 0) where.set(first.id, { section: '', share: 1 });
    const ids = new Set([...inTitle.map(({ id }) => id), ...used]);
    return [...ids].toSorted().flatMap((id) => {
      const term = this.#terms.get(id);
      const place = where.get(id);
      return term ? [{ ...term, ...(place && { explained: place }) }] : [];
    });
  }
}

/** The finder of a glossary, which is made again when one of its files has changed. */
export class TermFinders {
  #last: { readonly sources: string; readonly finder: TermFinder } | undefined;

  /** @param files texts of the glossary's files. */
  of(glossary: Glossary, files: ReadonlyMap<string, string>): TermFinder {
    const sources = JSON.stringify([...files]);
    if (this.#last?.sources !== sources) this.#last = { sources, finder: new TermFinder(glossary) };
    return this.#last.finder;
  }
}
