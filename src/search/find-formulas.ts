import type { FormulaHit } from './answer.ts';
import { formulaWords, tokensOfFormula, wholeWord } from './formula-words.ts';
import { addressOf } from './rank-article.ts';
import type { FormulaGroup } from './records.ts';
import { rememberTexts } from './remember-texts.ts';
import type { IndexOptions, IndexResult, SearchIndex } from './search-index.ts';

const mostShown = 6;
/** Places of one formula that are shown before other formulas. */
const placesFirst = 2;
/** Groups of formulas that are read to be compared with the query. */
const mostRead = 24;
/** So many groups that hold the query itself leave no room for what holds its tokens somewhere. */
const few = 4;
/** So many groups that hold much of a query leave no room for what holds a single token of it. */
const enough = 8;
/** Signs that most formulas have: to ask for them alone is slow, and finds nothing. */
const everywhere = new Set([
  'equals',
  'plus',
  'minus',
  'slash',
  'bar',
  'prime',
  'colon',
  'sum',
  'in',
  'times',
]);

/** Tokens of formulas that were read, which are many for each question and often the same. */
const tokensOf = rememberTexts(tokensOfFormula, { shortest: 1, most: 200_000 });

function gramsOf(tokens: readonly string[], length: number): Map<string, number> {
  const grams = new Map<string, number>();
  for (let start = 0; start + length <= tokens.length; start += 1) {
    const gram = tokens.slice(start, start + length).join(' ');
    grams.set(gram, (grams.get(gram) ?? 0) + 1);
  }
  return grams;
}

/** How much of the query's runs of tokens a formula has, and how much else it has. */
function overlap(query: readonly string[], formula: readonly string[], length: number): number {
  const wanted = gramsOf(query, length);
  const has = gramsOf(formula, length);
  const total = [...wanted.values()].reduce((sum, count) => sum + count, 0);
  if (total === 0) return 0;
  let common = 0;
  for (const [gram, count] of wanted) common += Math.min(count, has.get(gram) ?? 0);
  return common / total;
}

const startsOf = (part: readonly string[], whole: readonly string[]): number => {
  const key = ` ${part.join(' ')} `;
  return ` ${whole.join(' ')} `.indexOf(key);
};

/**
 * How like a query a formula is: 1 for the same tokens, more than half where it holds the query as a
 * stretch, by the share of runs of one, two and three tokens otherwise.
 */
export function formulaLikeness(query: readonly string[], formula: readonly string[]): number {
  if (query.length === 0 || formula.length === 0) return 0;
  const brevity = Math.min(1, query.length / formula.length);
  if (startsOf(query, formula) >= 0) return 0.7 + 0.3 * brevity;
  const small = (tokens: readonly string[]): string[] => tokens.map((token) => token.toLowerCase());
  const folded = startsOf(small(query), small(formula)) >= 0 ? 0.6 : 0;
  const shared =
    0.2 * overlap(query, formula, 1) + 0.3 * overlap(query, formula, 2) + 0.15 * overlap(query, formula, 3);
  return Math.max(folded, shared) + 0.05 * brevity;
}

/** Stretches of a long query, for when it stands nowhere as a whole. */
function windowsOf(words: readonly string[]): string[] {
  const length = Math.max(3, Math.ceil(words.length * 0.6));
  if (words.length <= 3) return [];
  const count = words.length - length + 1;
  const step = Math.max(1, Math.floor(count / 4));
  const windows: string[] = [];
  for (let start = 0; start < count; start += step)
    windows.push(`"${words.slice(start, start + length).join(' ')}"`);
  return windows;
}

/** What says most about a formula, at most three words: signs and Greek letters before letters and numbers. */
function tellingWords(tokens: readonly string[]): string[] {
  const telling = [...new Set(tokens)].filter((token) => !everywhere.has(token));
  return formulaWords(telling.toSorted((a, b) => b.length - a.length).slice(0, 3));
}

/** What is asked together, unless so many groups have been found before. */
interface Stage {
  readonly terms: readonly string[];
  readonly unless: number;
}

/** Collects results until there are enough to compare. */
async function gather(
  index: SearchIndex,
  stages: readonly Stage[],
  options: IndexOptions,
): Promise<IndexResult[]> {
  const found = new Map<string, IndexResult>();
  for (const { terms, unless } of stages) {
    if (found.size >= unless) break;
    const answers = await Promise.all(terms.map((term) => index.search(term, options)));
    // In turns, so that one frequent window does not use up all the room.
    for (
      let rank = 0;
      found.size < mostRead && answers.some(({ results }) => rank < results.length);
      rank += 1
    ) {
      for (const { results } of answers) {
        const result = results[rank];
        if (result && found.size < mostRead) found.set(result.id, result);
      }
    }
  }
  return [...found.values()];
}

/** The same in another order: what many articles have must not leave out all else. */
function variedFirst<Item extends { readonly text: string }>(ranked: readonly Item[]): Item[] {
  const counts = new Map<string, number>();
  const [early, late]: [Item[], Item[]] = [[], []];
  for (const item of ranked) {
    const count = (counts.get(item.text) ?? 0) + 1;
    counts.set(item.text, count);
    (count <= placesFirst ? early : late).push(item);
  }
  return [...early, ...late];
}

/**
 * Formulas like the one that was asked for, most alike first. Read are first groups that have just it,
 * then those that hold it as it is, that have all its tokens, stretches of it, and a telling token of it.
 *
 * @param leastLikeness between 0 and 1; see {@link formulaLikeness}.
 * @param options filters of the articles that the formulas are in.
 */
export async function findFormulas(
  formula: string,
  index: SearchIndex,
  base: string,
  leastLikeness: number,
  options: IndexOptions = {},
): Promise<FormulaHit[]> {
  const tokens = tokensOfFormula(formula);
  const words = formulaWords(tokens);
  if (words.length === 0) return [];
  const all = words.join(' ');
  const whole = wholeWord(tokens);
  const stages = [
    { terms: whole === undefined ? [] : [whole], unless: mostRead },
    { terms: [`"${all}"`], unless: mostRead },
    { terms: [all], unless: few },
    { terms: windowsOf(words), unless: enough },
    ...tellingWords(tokens).map((word) => ({ terms: [word], unless: enough })),
  ];
  const results = await gather(index, stages, options);
  const groups = await Promise.all(results.map((result) => result.data<FormulaGroup>()));
  const ranked = groups
    .flatMap(({ url, article, formulas }) =>
      formulas.map(({ id, ...record }) => ({
        ...record,
        article,
        url: addressOf(url.replace(/#.*$/u, `#${encodeURIComponent(id)}`), { base, query: '' }),
        likeness: formulaLikeness(tokens, tokensOf(record.text)),
      })),
    )
    .filter(({ likeness }) => likeness >= leastLikeness)
    .toSorted((a, b) => b.likeness - a.likeness || a.text.length - b.text.length);
  return variedFirst(ranked)
    .slice(0, mostShown)
    .map(({ mathml, text, url, article, section }) => ({ mathml, text, url, article, section }));
}
