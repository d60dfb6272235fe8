import type { TermCard, TermCards } from '../term-card.ts';
import type { CardContent } from './card-content.ts';
import { element } from './elements.ts';
import { words } from './reading-words.ts';
import { homePath } from './site-paths.ts';

let cards: Promise<TermCards | undefined> | undefined;

async function fetchCards(): Promise<TermCards | undefined> {
  const address = document.querySelector<HTMLElement>('[data-terms]')?.dataset.terms;
  try {
    const response = address === undefined ? undefined : await fetch(address);
    return response?.ok ? ((await response.json()) as TermCards) : undefined;
  } catch {
    // Without a connection a term is a word.
    cards = undefined;
    return undefined;
  }
}

type Language = 'zh' | 'en';

/** The names of a term, that of the page's language in front, each marked with its language. */
function namesOf({ zh, en, abbr }: TermCard, language: Language): { first: string; parts: HTMLElement[] } {
  const inZh = zh.map((text) => ({ text, lang: 'zh' }));
  const inEn = en.map((text) => ({ text, lang: 'en' }));
  const [own, ...others] = language === 'zh' ? [...inZh, ...inEn] : [...inEn, ...inZh];
  const { text: first, lang } = own ?? { text: '', lang: language };
  const rest = [...others, ...abbr.map((text) => ({ text, lang: 'en' }))];
  const line = rest.flatMap((name, index) => [
    ...(index === 0 ? [] : [' · ']),
    element('span', { lang: name.lang }, name.text),
  ]);
  const title = element('p', { class: 'card-title', lang }, first);
  // The card is in the language of the article, which may be another than the page's.
  const names = element('p', { class: 'card-names', lang: language }, ...line);
  return { first, parts: line.length > 0 ? [title, names] : [title] };
}

function linksOf({ explained }: TermCard, name: string, language: Language): HTMLElement {
  const address = `${homePath()}search/?q=${encodeURIComponent(name)}`;
  const search = element('a', { href: address }, words.search(name));
  const links = element('p', { class: 'card-links', lang: language }, search);
  if (!explained) return links;
  const { url, title, lang = language } = explained;
  const { pathname, hash } = new URL(url, location.href);
  // A section of the article in hand is called by its own name.
  const isHere = pathname === location.pathname;
  const label = isHere ? title.slice(title.indexOf('§')) : title;
  links.prepend(element('a', { href: isHere ? hash : url, lang }, label), ' ');
  return links;
}

/** What a card over a term of the glossary shows. */
export async function termContent(id: string): Promise<CardContent | undefined> {
  cards ??= fetchCards();
  const card = (await cards)?.[id];
  if (!card) return undefined;
  const language: Language = /^zh\b/iu.test(document.documentElement.lang) ? 'zh' : 'en';
  const { parts, first } = namesOf(card, language);
  const note = card.note === undefined ? [] : [element('p', { lang: card.noteLang ?? language }, card.note)];
  return { label: first, body: [...parts, ...note, linksOf(card, first, language)] };
}
