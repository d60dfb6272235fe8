import { cardFile, type ArticleCard } from '../article-card.ts';
import { bareChildren, bareClone } from './bare-clone.ts';
import { element } from './elements.ts';
import { words } from './reading-words.ts';
import { termContent } from './term-content.ts';

/** What a card shows. */
export interface CardContent {
  /** What it is called. */
  readonly label: string;
  readonly body: readonly Node[];
  /** Where what it shows stands. */
  readonly href?: string | undefined;
  /** The symbol that it explains, whose uses are marked while it is open. */
  readonly symbol?: string | undefined;
}

const idOf = (hash: string): string => {
  try {
    return decodeURIComponent(hash.slice(1));
  } catch {
    return hash.slice(1);
  }
};

const textOf = (place: Element): string => place.textContent.trim().replaceAll(/\s+/gu, ' ');

/** All uses of symbols in the article. */
export const symbolUses = (): HTMLElement[] => [
  ...document.querySelectorAll<HTMLElement>('[data-article] [data-symbol]'),
];

function symbolContent(id: string): CardContent | undefined {
  const entries = document.querySelector<HTMLTemplateElement>('template[data-notation]')?.content;
  const entry = entries?.querySelector(`[data-entry="${CSS.escape(id)}"]`);
  const term = entry?.querySelector<HTMLElement>('dt');
  if (!entry || !term) return undefined;
  const meaning = entry.querySelector('[data-meaning]');
  const shape = entry.querySelector('[data-shape]');
  const count = symbolUses().filter(({ dataset }) => dataset.symbol === id).length;
  const facts = [
    ...(meaning?.textContent ? [element('dd', {}, ...bareChildren(meaning))] : []),
    ...(shape ? [element('dd', {}, `${words.shape} `, ...bareChildren(shape))] : []),
    element('dd', { class: 'card-note' }, words.uses(count)),
  ];
  const list = element('dl', { class: 'card-symbol' }, element('dt', {}, ...bareChildren(term)), ...facts);
  return { label: term.title, body: [list], symbol: id };
}

/** A heading and the first paragraph below it. */
function sectionContent(heading: HTMLElement, href: string): CardContent {
  const title = element('p', { class: 'card-title' }, ...bareChildren(heading));
  let next = heading.nextElementSibling;
  while (next && !next.matches('p, h1, h2, h3, h4, h5, h6')) next = next.nextElementSibling;
  const paragraph = next?.matches('p') ? [bareClone(next)] : [];
  return { label: words.section(textOf(title)), body: [title, ...paragraph], href };
}

/** What a link to a place in the same page leads to. */
function placeContent(link: HTMLAnchorElement): CardContent | undefined {
  const id = idOf(link.hash);
  const target = document.getElementById(id);
  if (!target) return undefined;
  const href = link.hash;
  if (target.matches('tr')) return symbolContent(id.replace(/^symbol-/u, ''));
  if (target.matches('h2, h3, h4, h5, h6')) return sectionContent(target, href);
  if (target.matches('li')) {
    const isNote = link.matches('[data-footnote-ref]');
    const label = isNote ? words.note(textOf(link)) : link.title || textOf(link);
    return { label, body: [element('div', {}, ...bareChildren(target))], href };
  }
  const block =
    target.closest('.equation') ??
    (target.matches('figure, .theorem, .listing, span:has(> .katex)') ? target : null);
  if (!block || block.contains(link)) return undefined;
  return { label: textOf(link), body: [bareClone(block)], href };
}

const articleCards = new Map<string, Promise<ArticleCard | undefined>>();

async function fetchCard(address: string): Promise<ArticleCard | undefined> {
  try {
    const response = await fetch(new URL(cardFile, address));
    return response.ok ? ((await response.json()) as ArticleCard) : undefined;
  } catch {
    // Without a connection the link is a plain link.
    return undefined;
  }
}

async function articleContent({ href }: HTMLAnchorElement): Promise<CardContent | undefined> {
  const { hash, origin, pathname } = new URL(href);
  const address = origin + pathname;
  const asked = articleCards.get(address) ?? fetchCard(address);
  articleCards.set(address, asked);
  const card = await asked;
  if (!card) {
    articleCards.delete(address);
    return undefined;
  }
  const { title, date, description, lang, sections } = card;
  const language = lang === undefined ? {} : { lang };
  const section = sections[idOf(hash)];
  const body = [
    element('p', { class: 'card-note' }, date),
    element('p', { class: 'card-title', ...language }, element('a', { href }, title)),
    ...(section === undefined ? [] : [element('p', { class: 'card-section', ...language }, section)]),
    ...(description === '' ? [] : [element('p', { ...language }, description)]),
  ];
  return { label: title, body };
}

/** What a card over a symbol, a term or a link shows; nothing where there is nothing to add to it. */
export async function contentFor(trigger: HTMLElement): Promise<CardContent | undefined> {
  const { symbol, term } = trigger.dataset;
  if (symbol !== undefined) return symbolContent(symbol);
  if (term !== undefined) return termContent(term);
  if (!(trigger instanceof HTMLAnchorElement)) return undefined;
  const isHere = trigger.origin + trigger.pathname === location.origin + location.pathname;
  if (isHere) return trigger.hash === '' ? undefined : placeContent(trigger);
  return articleContent(trigger);
}
