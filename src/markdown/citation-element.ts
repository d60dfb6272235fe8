import type { ElementContent } from 'hast';
import type { CitationLanguage, CitationStyle } from '../citations/csl-styles.ts';
import type { CitationItem } from '../citations/find-citations.ts';
import type { FormattedWork } from '../citations/format-works.ts';

/** One work named in one place; the entry links back to `id`. */
export interface CitationUse {
  readonly id: string;
  readonly item: CitationItem;
}

/** How a citation is printed. */
export interface CitationLook {
  /** Whether the authors stand before it, as a part of the sentence. */
  readonly isNarrative: boolean;
  readonly citationStyle: CitationStyle;
  readonly language: CitationLanguage;
}

const signs = {
  zh: { comma: '，', semicolon: '；', open: '（', close: '）' },
  en: { comma: ', ', semicolon: '; ', open: ' (', close: ')' },
} as const;

const text = (value: string): ElementContent => ({ type: 'text', value });

/** Id of a work's entry in the list of references. */
export const entryId = (key: string): string => `ref-${key}`;

function link({ id, item }: CitationUse, label: string, title: string): ElementContent {
  return {
    type: 'element',
    tagName: 'a',
    properties: { id, href: `#${encodeURIComponent(entryId(item.key))}`, role: 'doc-biblioref', title },
    children: [text(label)],
  };
}

/**
 * The children of a citation's element.
 *
 * two works, numeric → `[<a>1</a>, <a>3</a>]` · one by author and year → `（<a>Hu 等，2021</a>）`
 */
export function citationElement(
  uses: readonly CitationUse[],
  works: ReadonlyMap<string, FormattedWork>,
  { isNarrative, citationStyle, language }: CitationLook,
): ElementContent[] {
  const { comma, semicolon, open, close } = signs[language];
  const isNumeric = citationStyle === 'numeric';
  const isPlain = uses.every(({ item }) => item.locator === '' && item.prefix === '');
  const gap = isNumeric && isPlain ? ', ' : semicolon;
  const cites = uses.map((use): ElementContent[] => {
    const { locator, prefix, suppressAuthor, key } = use.item;
    const work = works.get(key);
    const { marker = '', names = '' } = work ?? {};
    const isShort = isNumeric || isNarrative || suppressAuthor;
    const label = isShort ? marker : `${names}${comma}${marker}`;
    return [
      ...(prefix === '' ? [] : [text(`${prefix} `)]),
      link(use, label, work?.work.reference.title ?? ''),
      ...(locator === '' ? [] : [text(comma + locator)]),
    ];
  });
  const joined = cites.flatMap((cite, index) => (index === 0 ? cite : [text(gap), ...cite]));
  if (!isNumeric) return [text(isNarrative ? open : open.trim()), ...joined, text(close)];
  // The number stays on the line of the authors.
  return [text(isNarrative ? '\u00A0[' : '['), ...joined, text(']')];
}
