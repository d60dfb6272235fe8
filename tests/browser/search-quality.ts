import { Converter } from 'opencc-js/cn2t';
import { ContentCompiler } from '../../src/loader/content-compiler.ts';
import type { CompiledArticle } from '../../src/loader/compile-article.ts';
import { contentFolderOf, projectRoot } from '../../src/loader/content-settings.ts';
import { formulaTokens } from '../../src/search/formula-tokens.ts';
import { isHan } from '../../src/search/han-text.ts';
import { pinyinOf } from '../../src/search-index/search-terms.ts';
import type { Formula } from '../../src/renditions/formula.ts';
import type { RenditionSource } from '../../src/renditions/slot.ts';
import { site } from '../../src/site.config.ts';
import type { Glossary } from '../../src/schemas/glossary.ts';
import { randomFrom } from '../../src/models/random.ts';

/** A query, and what must be among the first hits for it to be answered. */
export interface JudgedQuery {
  readonly text: string;
  /** Paths of articles that answer it, or of formulas, which are all equal. */
  readonly answers: readonly string[];
}

/** The site's own content in its first language, compiled as the build compiles it. */
export async function ownContent() {
  const compiler = new ContentCompiler({
    contentFolder: contentFolderOf(),
    publicFolder: `${projectRoot}/public`,
    site,
    now: new Date(),
    includeUnpublished: false,
  });
  const { articles, glossary } = await compiler.compile();
  const own = articles.filter(({ data }) => data.locale === site.locales[0]?.id);
  return { articles: own, glossary, renditions: compiler.renditions };
}

const pathOf = ({ data }: CompiledArticle): string => encodeURI(data.path);

const textsOf = ({ data, sections }: CompiledArticle): string[] => [
  data.title,
  ...data.aliases,
  ...sections.flatMap(({ title, blocks }) => [title, ...blocks.map(({ text }) => text)]),
];

const fold = (text: string): string => text.normalize('NFKC').toLowerCase();

/** How often a text holds another, letters around it not cut. */
function count(text: string, name: string): number {
  const pattern = name.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&');
  const bounded = isHan(name) ? pattern : `(?<![a-z0-9])${pattern}(?![a-z0-9])`;
  return [...text.matchAll(new RegExp(bounded, 'gu'))].length;
}

/** Samples of the site's own content, each with the articles that answer it. */
export class Samples {
  readonly #articles: readonly CompiledArticle[];
  readonly #glossary: Glossary;
  readonly #texts: ReadonlyMap<string, string>;
  readonly #random = randomFrom(20261124);

  constructor(articles: readonly CompiledArticle[], glossary: Glossary) {
    this.#articles = articles;
    this.#glossary = glossary;
    this.#texts = new Map(articles.map((article) => [pathOf(article), fold(textsOf(article).join('\n'))]));
  }

  /** Some of many, the same in every run. */
  some(queries: readonly JudgedQuery[], number: number): JudgedQuery[] {
    return queries
      .map((query) => ({ query, place: this.#random() }))
      .toSorted((a, b) => a.place - b.place)
      .slice(0, number)
      .map(({ query }) => query);
  }

  #pick<Item>(items: readonly Item[]): Item {
    const item = items[Math.floor(this.#random() * items.length)];
    if (item === undefined) throw new Error('There is nothing to pick from.');
    return item;
  }

  /** Articles that hold a text literally. */
  holding(text: string): string[] {
    const wanted = fold(text);
    return [...this.#texts].filter(([, own]) => own.includes(wanted)).map(([path]) => path);
  }

  /** Stretches of Chinese text as they stand there, each with all articles that hold it. */
  substrings(number: number): JudgedQuery[] {
    const runs = this.#articles
      .flatMap(({ sections }) => sections.flatMap(({ blocks }) => blocks))
      .filter(({ kind }) => kind === 'text')
      .flatMap(({ text }) => text.match(/\p{Script=Han}{4,}/gu) ?? []);
    return Array.from({ length: number }, () => {
      const run = this.#pick(runs);
      const length = 3 + Math.floor(this.#random() * Math.min(6, run.length - 3));
      const start = Math.floor(this.#random() * (run.length - length + 1));
      const text = run.slice(start, start + length);
      return { text, answers: this.holding(text) };
    });
  }

  titles(): JudgedQuery[] {
    return this.#articles.map((article) => ({ text: article.data.title, answers: [pathOf(article)] }));
  }

  /**
   * Names of the glossary. The answer is the article that is about the term: that has it in its title,
   * names or tags, else in headings, else the one that uses its names most.
   */
  terms(): JudgedQuery[] {
    return [...this.#glossary.values()].flatMap(({ zh, en, abbr }) => {
      const names = [...zh, ...en, ...abbr].map(fold);
      const weights = this.#articles.map((article) => ({
        path: pathOf(article),
        weight: this.#weight(article, names),
      }));
      const most = Math.max(...weights.map(({ weight }) => weight));
      if (most === 0) return [];
      const answers = weights.filter(({ weight }) => weight >= most * 0.8).map(({ path }) => path);
      return [...zh, ...en]
        .filter((name) => this.holding(name).length > 0)
        .map((text) => ({ text, answers }));
    });
  }

  #weight({ data, sections }: CompiledArticle, names: readonly string[]): number {
    const holds = (text: string): number => names.reduce((sum, name) => sum + count(fold(text), name), 0);
    const title = holds([data.title, ...data.aliases, ...data.tags].join('\n'));
    const headings = holds(sections.map((section) => section.title).join('\n'));
    const body = holds(sections.flatMap(({ blocks }) => blocks.map(({ text }) => text)).join('\n'));
    const share = data.section === 'docs' ? 0.2 : 1;
    return share * (20 * Math.min(title, 1) + 5 * Math.min(headings, 2) + body);
  }

  /** Chinese names by their pinyin. */
  pinyin(): JudgedQuery[] {
    return this.terms()
      .filter(({ text }) => isHan(text) && [...text].length >= 3)
      .map(({ text, answers }) => ({ text: pinyinOf(text).replaceAll(' ', ''), answers }));
  }

  /** Chinese names in traditional characters, where those differ. */
  traditional(): JudgedQuery[] {
    const convert = Converter({ from: 'cn', to: 't' });
    return this.terms()
      .filter(({ text }) => isHan(text))
      .map(({ text, answers }) => ({ text: convert(text), answers }))
      .filter(({ text }) => this.holding(text).length === 0);
  }

  /** Words of Latin letters with a letter lost, doubled or swapped, that stand nowhere like this. */
  typos(number: number): JudgedQuery[] {
    const words = [
      ...new Set(
        [...this.#texts.values()].flatMap((text) => text.match(/(?<![a-z])[a-z]{7,}(?![a-z])/gu) ?? []),
      ),
    ];
    const queries: JudgedQuery[] = [];
    while (queries.length < number) {
      const word = this.#pick(words);
      const place = 1 + Math.floor(this.#random() * (word.length - 2));
      const text = this.#pick([
        word.slice(0, place) + word.slice(place + 1),
        word.slice(0, place) + word.charAt(place) + word.slice(place),
        word.slice(0, place) + word.charAt(place + 1) + word.charAt(place) + word.slice(place + 2),
      ]);
      if (this.holding(text).length === 0) queries.push({ text, answers: this.holding(word) });
    }
    return queries;
  }
}

/** Formulas, and where to look for them. */
interface FormulaContent {
  readonly articles: readonly CompiledArticle[];
  readonly renditions: RenditionSource;
}

const formulasOf = ({ articles, renditions }: FormulaContent): Formula[] =>
  articles
    .filter(({ data }) => data.section === 'posts')
    .flatMap(({ sections }) => sections.flatMap(({ formulas }) => formulas))
    .flatMap(({ key }) => {
      const formula = renditions.find(key);
      return formula?.kind === 'formula' ? [formula] : [];
    });

/** The text of a formula as a hit shows it: without the numbers of its lines. */
const shownText = ({ text }: Formula): string => text.replace(/ \(\d+\)(?=;|$)/gu, '');

const keyOf = (formula: string): string => `${formulaTokens(formula).join(' ')} `;

/** Finds the formulas that begin with some tokens. */
class Beginnings {
  readonly #sorted: readonly { readonly key: string; readonly text: string }[];

  constructor(formulas: readonly Formula[]) {
    const texts = [...new Set(formulas.map(shownText))].map((text) => ({ key: keyOf(text), text }));
    this.#sorted = texts.toSorted((a, b) => (a.key < b.key ? -1 : 1));
  }

  /** Readable texts of all that begin with a part of a formula. */
  of(part: string): string[] {
    const wanted = keyOf(part);
    let [low, high] = [0, this.#sorted.length];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.#sorted[middle]?.key ?? '') < wanted) low = middle + 1;
      else high = middle;
    }
    const found: string[] = [];
    for (; this.#sorted[low]?.key.startsWith(wanted); low += 1) found.push(this.#sorted[low]?.text ?? '');
    return found;
  }
}

/** The first words of a readable text, about half of it. */
function beginningOf(text: string): string {
  const words = text.replace(/[{}]/gu, '').split(/\s+/u);
  return words.slice(0, Math.max(3, Math.ceil(words.length * 0.6))).join(' ');
}

/**
 * The formulas of the articles, in all the ways to write them: TeX, readable text, and the beginning of
 * that. The answer is the readable text; a beginning is answered by every formula that begins with it.
 *
 * @param all where the formulas are searched; the articles themselves where nothing is said.
 */
export function formulaQueries(some: FormulaContent, all: FormulaContent = some): JudgedQuery[] {
  const beginnings = new Beginnings(formulasOf(all));
  return formulasOf(some)
    .flatMap((formula): JudgedQuery[] => {
      const text = shownText(formula);
      const beginning = beginningOf(text);
      return [
        { text: formula.tex, answers: [text] },
        { text, answers: [text] },
        { text: beginning, answers: beginnings.of(beginning) },
      ];
    })
    .filter(({ text }) => [...text].length <= 256 && formulaTokens(text).length >= 4);
}
