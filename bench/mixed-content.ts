import type { CompiledArticle } from '../src/loader/compile-article.ts';
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

/** A formula in other letters: small and capital ones change by themselves, names stay as they are. */
const inOtherLetters = (formula: string, small: number, capital: number): string =>
  formula
    .replace(/(?<![A-Za-z<&/\\])[a-z](?![A-Za-z])/gu, (letter) => turned(letter, small))
    .replace(/(?<![A-Za-z<&/\\])[A-Z](?![A-Za-z])/gu, (letter) => turned(letter, capital));

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
    const change = (text: string): string => inOtherLetters(text, small, capital);
    return {
      ...formula,
      text: change(formula.text),
      tex: change(formula.tex),
      mathml: change(formula.mathml),
    };
  };
  return { articles: mixed, renditions: { find } };
}
