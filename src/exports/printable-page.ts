import type { Element } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { toHtml } from 'hast-util-to-html';
import { SKIP, visit } from '../visit-tree.ts';
import type { BuiltArticle } from './built-articles.ts';
import { element, hasClass, proseOf, text, textOf } from './tree.ts';

/** Numbers the links that leave the page; the same address has the same number. */
function numberLinks(prose: Element, page: string): string[] {
  const numbers = new Map<string, number>();
  visit(prose, 'element', (node, place, parent) => {
    // A list of works says where they are by itself.
    if (hasClass(node, 'references')) return SKIP;
    const { href } = node.properties;
    if (node.tagName !== 'a' || typeof href !== 'string' || !parent || place === undefined) return undefined;
    const address = URL.parse(href, page)?.href;
    const isHere = address === undefined || href.startsWith('#') || !/^https?:/u.test(address);
    if (isHere || [address, address.replace(/^https?:\/\/|\/$/gu, '')].includes(textOf(node))) return SKIP;
    const number = numbers.get(address) ?? numbers.size + 1;
    numbers.set(address, number);
    const mark = element('a', { href: `#printed-link-${String(number)}` }, [text(`↗${String(number)}`)]);
    parent.children.splice(place + 1, 0, element('sup', { className: ['printed-link'] }, [mark]));
    return [SKIP, place + 2];
  });
  return [...numbers.keys()];
}

/** An address as it is read: `…/%E6%A0%87/` → `…/标/` */
function readable(address: string): string {
  try {
    return decodeURI(address);
  } catch {
    return address;
  }
}

const linkList = (addresses: readonly string[], title: string): Element =>
  element('section', { className: ['printed-links'] }, [
    element('h2', {}, [text(title)]),
    element(
      'ol',
      {},
      addresses.map((address, place) =>
        element('li', { id: `printed-link-${String(place + 1)}` }, [
          element('a', { href: address }, [text(readable(address))]),
        ]),
      ),
    ),
  ]);

/** What the printed page of an article needs besides the article. */
export interface PrintExtras {
  /** Addresses of style sheets, which come last. */
  readonly sheets: readonly string[];
  /** Heading of the list of links. */
  readonly linksTitle: string;
}

/**
 * The page of an article as it is printed: links that leave it are numbered, and where they lead is a list at its
 * end; images load at once; its title is that of the article alone.
 */
export function printablePage(
  { html, title, url }: BuiltArticle,
  { sheets, linksTitle }: PrintExtras,
): string {
  const tree = fromHtml(html);
  const prose = proseOf(tree);
  const addresses = prose ? numberLinks(prose, url) : [];
  if (addresses.length > 0) prose?.children.push(linkList(addresses, linksTitle));
  visit(tree, 'element', (node) => {
    if (node.tagName === 'img') delete node.properties.loading;
    if (node.tagName === 'title') node.children = [text(title)];
    if (node.tagName === 'head')
      node.children.push(...sheets.map((href) => element('link', { rel: ['stylesheet'], href })));
  });
  return toHtml(tree);
}
