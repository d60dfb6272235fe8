import type { ArticleHit, FormulaHit, Piece, SearchAnswer } from '../search/answer.ts';
import { element } from './elements.ts';
import { readMathml } from './formula-result.ts';
import { words } from './search-words.ts';

/** Results are options of a listbox in the dialog, and links in a list on the search page. */
export type ResultRole = 'option' | 'link';

/** Text with its matches marked. */
function marked(pieces: readonly Piece[]): (string | HTMLElement)[] {
  return pieces.map(({ text, isMatch }) => (isMatch ? element('mark', {}, text) : text));
}

function part(name: string, pieces: readonly Piece[]): HTMLElement[] {
  return pieces.length > 0 ? [element('span', { class: name }, ...marked(pieces))] : [];
}

function link(
  role: ResultRole,
  kind: string,
  url: string,
  ...children: (string | Node)[]
): HTMLAnchorElement {
  const attributes = { class: `search-hit ${kind}`, href: url };
  return role === 'option'
    ? element('a', { ...attributes, role, tabindex: '-1', 'aria-selected': 'false' }, ...children)
    : element('a', attributes, ...children);
}

const plain = (pieces: readonly Piece[]): string => pieces.map(({ text }) => text).join('');

function articleHits(
  { title, url, excerpt, date, tags, sections }: ArticleHit,
  role: ResultRole,
): HTMLAnchorElement[] {
  const facts = [date, ...tags.slice(0, 3).map((tag) => `#${tag}`)].filter((fact) => fact !== '');
  const factLine =
    facts.length > 0 ? [element('span', { class: 'search-facts label' }, facts.join(' '))] : [];
  return [
    link(
      role,
      'search-article',
      url,
      element('span', { class: 'search-title' }, ...marked(title)),
      ...factLine,
      ...part('search-excerpt', excerpt),
    ),
    ...sections.map((section) =>
      link(
        role,
        'search-section',
        section.url,
        element('span', { class: 'search-title' }, ...marked(section.title)),
        ...part('search-excerpt', section.excerpt),
      ),
    ),
  ];
}

function formulaHit({ mathml, text, url, article, section }: FormulaHit, role: ResultRole) {
  const math = readMathml(mathml);
  const place = [article, section].filter((name) => name !== '').join(' › ');
  const shown = math
    ? [element('span', { class: 'search-formula', 'aria-hidden': 'true' }, math)]
    : [element('span', { class: 'search-formula' }, text)];
  // A screen reader gets the line of text: in an option it could not walk through the formula.
  const spoken = math ? [element('span', { class: 'visually-hidden' }, `${text} `)] : [];
  const facts = element('span', { class: 'search-facts label' }, place);
  return link(role, 'search-formula-hit', url, ...spoken, ...shown, facts);
}

function group(role: ResultRole, name: string, links: readonly HTMLAnchorElement[], heading?: HTMLElement) {
  if (role === 'option') {
    return element('div', { role: 'group', 'aria-label': name }, ...(heading ? [heading] : []), ...links);
  }
  const list = element('ul', {}, ...links.map((one) => element('li', {}, one)));
  return element('li', {}, ...(heading ? [heading] : []), list);
}

/** Whether a text is a formula rather than words: it has signs that words have not. */
const isFormula = (text: string): boolean => /[\\^_=+]|\p{Sm}/u.test(text);

/**
 * The results as groups: every article with its sections, and the formulas; these come first when a
 * formula was asked for.
 */
export function resultGroups(answer: SearchAnswer, asked: string, role: ResultRole): HTMLElement[] {
  const { articles, formulas, language } = answer;
  const articleGroups = articles.map((hit) => group(role, plain(hit.title), articleHits(hit, role)));
  for (const one of articleGroups) if (language !== undefined) one.lang = language;
  if (formulas.length === 0) return articleGroups;
  const heading = element('p', { class: 'search-heading label', 'aria-hidden': 'true' }, words.formulas);
  const links = formulas.map((hit) => formulaHit(hit, role));
  const formulaGroup = group(role, words.formulas, links, heading);
  return isFormula(asked) ? [formulaGroup, ...articleGroups] : [...articleGroups, formulaGroup];
}
