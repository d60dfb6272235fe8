import type { Section } from '../markdown/sections.ts';
import { matcherOf, type TermMatcher } from '../markdown/term-matcher.ts';
import type { ArticleData } from '../schemas/article.ts';
import { type Glossary, namesOf, type TermName } from '../schemas/glossary.ts';

type Term = ArticleData['terms'][number];
type Explained = NonNullable<Term['explained']>;

/** Share of a heading that a name must be for the section to be about it: where it is set apart, and anywhere. */
const leastShare = 0.3;
const mostOfIt = 0.5;

const lettersOf = (text: string): number => text.replace(/[^\p{L}\p{N}]/gu, '').length;

/** Uses in the text that make an article deal with a term; one is a mention. */
const enough = 2;

/** Finds which terms of a glossary an article deals with. */
export class TermFinder {
  /** What articles may call the terms. */
  readonly names: readonly TermName[];
  readonly #matcher: TermMatcher;
  readonly #terms: ReadonlyMap<string, Term>;
  /** What was found in an article that is compiled to the same still. */
  readonly #found = new WeakMap<readonly Section[], { readonly title: string; readonly terms: Term[] }>();

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

  /** Terms by how often they are used in a text. */
  #countIn(text: string, counts: Map<string, number>): void {
    for (const { id } of this.#matcher.mentionsIn(text)) counts.set(id, (counts.get(id) ?? 0) + 1);
  }

  /** What the title begins with, and what headings are about. */
  #explainedIn(title: string, sections: readonly Section[]): Map<string, Explained> {
    const found = new Map<string, Explained>();
    const [first] = this.#matcher.mentionsIn(title);
    if (first?.start === 0) found.set(first.id, { section: '', share: 1 });
    for (const { id: section, title: numbered } of sections) {
      const heading = numbered.replace(/^\d+(?:\.\d+)*\s+/u, '');
      for (const { id, start, end } of this.#matcher.mentionsIn(heading)) {
        const share = lettersOf(heading.slice(start, end)) / lettersOf(heading);
        const isApart = /(?:^|[与和及、，：,:]|\band)\s*$/u.test(heading.slice(0, start));
        if (section === '' || share < (isApart ? leastShare : mostOfIt)) continue;
        if ((found.get(id)?.share ?? 0) < share) found.set(id, { section, share });
      }
    }
    return found;
  }

  /** Terms that an article uses in its title or at least twice in its text, in the order of their ids. */
  termsOf(title: string, sections: readonly Section[]): Term[] {
    const known = this.#found.get(sections);
    if (known?.title === title) return known.terms;
    const terms = this.#find(title, sections);
    this.#found.set(sections, { title, terms });
    return terms;
  }

  #find(title: string, sections: readonly Section[]): Term[] {
    const counts = new Map<string, number>();
    for (const { title: heading, blocks } of sections) {
      this.#countIn(heading, counts);
      for (const { kind, text } of blocks) if (kind !== 'code') this.#countIn(text, counts);
    }
    const explained = this.#explainedIn(title, sections);
    const inTitle = this.#matcher.mentionsIn(title).map(({ id }) => id);
    const used = [...counts].filter(([, count]) => count >= enough).map(([id]) => id);
    return [...new Set([...inTitle, ...used])].toSorted().flatMap((id) => {
      const term = this.#terms.get(id);
      const where = explained.get(id);
      return term ? [{ ...term, ...(where && { explained: where }) }] : [];
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
