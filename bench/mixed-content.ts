import type { CompiledArticle } from '../src/loader/compile-article.ts';
import { meaningOf } from '../src/search/formula-symbols.ts';
import { mathmlOf } from '../src/renditions/formula-mathml.ts';
import type { Formula } from '../src/renditions/formula.ts';
import type { RenditionSource } from '../src/renditions/slot.ts';

/** Articles and what their formulas look like. */
export interface Content {
  readonly articles: readonly CompiledArticle[];
  readonly renditions: RenditionSource;
}

/** Divides the key of a formula from the number of the article that has it in its own letters. */
const divider = '@';

const turned = (letter: string, by: number): string => {
  const first = letter < 'a' ? 65 : 97;
  return String.fromCharCode(first + ((letter.charCodeAt(0) - first + by) % 26));
};

/** Letters of a formula that stay: commands, and groups of words. */
const texWords = /\\(?:text[a-z]*|operatorname\*?|mathrm)\{[^{}]{2,}\}|\\[A-Za-z]+/gu;
/** Letters of MathML that stay: tags, entities, words. */
const mathmlWords = /<[^>]*>|&[^;]*;|[A-Za-z]{2,}/gu;

/** Turns the letters of a text that are not in a stretch that stays. */
function inOtherLetters(text: string, stays: RegExp, small: number, capital: number): string {
  const turn = (letter: string): string => turned(letter, letter < 'a' ? capital : small);
  return text.replace(new RegExp(`(${stays.source})|[A-Za-z]`, 'gu'), (found, kept?: string) =>
    kept === undefined ? turn(found) : found,
  );
}

/** Words that the readable text of a formula has besides its letters, by its TeX. */
function wordsOfText(tex: string): RegExp {
  const words = [...tex.matchAll(texWords)].flatMap(([stretch]) => {
    const [, command] = /^\\([A-Za-z]+)$/u.exec(stretch) ?? [];
    if (command !== undefined) return meaningOf(command).kind === 'word' ? [command] : [];
    return stretch.match(/[A-Za-z\d]{2,}/gu) ?? [];
  });
  return new RegExp(words.toSorted((a, b) => b.length - a.length).join('|') || '(?!)', 'u');
}

/** Readable text with `i` for `ᵢ` and `R` for `ℝ`: these have no neighbours that all letters could turn to. */
const inPlainLetters = (text: string): string =>
  text.replace(/(?![ᵀℓ])\p{L}/gu, (letter) => letter.normalize('NFKD'));

/** A formula in other letters: small and capital ones turn by themselves, in its TeX and text alike. */
function formulaInOtherLetters(formula: Formula, small: number, capital: number): Formula {
  const { tex, text } = formula;
  return {
    ...formula,
    tex: inOtherLetters(tex, texWords, small, capital),
    text: inOtherLetters(inPlainLetters(text), wordsOfText(tex), small, capital),
    html: inOtherLetters(mathmlOf(formula), mathmlWords, small, capital),
  };
}

/**
 * Articles of other titles and addresses, each with paragraphs of all the real ones and with formulas
 * that no other has, always the same.
 */
export function mixedContent({ articles, renditions }: Content, count: number): Content {
  const posts = articles.filter(({ data }) => data.section === 'posts');
  const paragraphs = posts.flatMap(({ sections }) => sections.flatMap(({ blocks }) => blocks));
  const mixed = Array.from({ length: count }, (_, number) => {
    const base = posts[number % posts.length];
    if (!base) throw new Error('There is no article to copy.');
    const sections = base.sections.map((section, place) => ({
      ...section,
      formulas: section.formulas.map(({ id, key }) => ({ id, key: `${key}${divider}${String(number)}` })),
      blocks: section.blocks.map((block, index) =>
        // A prime, so that copies of one article take their foreign paragraphs from different places.
        (index + place + number) % 3 === 0
          ? (paragraphs[(number * 7919 + place * 31 + index) % paragraphs.length] ?? block)
          : block,
      ),
    }));
    const slug = `${base.data.slug}-${String(number)}`;
    const title = `${base.data.title} ${String(number)}`;
    return { ...base, data: { ...base.data, slug, path: `/posts/${slug}/`, title }, sections };
  });
  const find: RenditionSource['find'] = (name) => {
    const [key = '', number] = name.split(divider);
    const formula = renditions.find(key);
    if (formula?.kind !== 'formula' || number === undefined) return formula;
    const copy = Math.floor(Number(number) / posts.length);
    const [small, capital] = [copy % 26, Math.floor(copy / 26) % 26];
    return formulaInOtherLetters(formula, small, capital);
  };
  return { articles: mixed, renditions: { find } };
}
