import { plugins } from '@citation-js/core';
import '@citation-js/plugin-csl';
import type { ElementContent, Root } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { type CitationLanguage, type CitationStyle, cslStyle, etAl, labelBreak } from './csl-styles.ts';
import { andOthers, type Work } from './work.ts';

/** A cited work as its style prints it. */
export interface FormattedWork {
  readonly work: Work;
  /** Authors as they stand in a sentence: `Hu 等`. */
  readonly names: string;
  /** What tells the work from others: its number, or its year as in `2021a`. */
  readonly marker: string;
  /** The entry in the list of references. */
  readonly entry: readonly ElementContent[];
  /** The same as text. */
  readonly text: string;
}

const inlineTags = new Set(['i', 'b', 'sup', 'sub']);

const raised = new Map([...'⁰¹²³⁴⁵⁶⁷⁸⁹'].map((sign, digit) => [String(digit), sign]));
const lowered = new Map([...'₀₁₂₃₄₅₆₇₈₉'].map((sign, digit) => [String(digit), sign]));

/** The library makes `<sup>2</sup>` of `²`, which would read as `2` where there is only text. */
function asDigits(node: ElementContent): ElementContent {
  if (node.type !== 'element' || !/^su[pb]$/u.test(node.tagName)) return node;
  const [only] = node.children;
  if (node.children.length !== 1 || only?.type !== 'text' || !/^\d+$/u.test(only.value)) return node;
  const signs = node.tagName === 'sup' ? raised : lowered;
  return { type: 'text', value: [...only.value].map((digit) => signs.get(digit)).join('') };
}

/** Keeps the few elements that a style uses, without attributes; of others, their content. */
function inline(nodes: Root['children'] | ElementContent[]): ElementContent[] {
  return nodes.flatMap((node): ElementContent[] => {
    if (node.type === 'text') return [{ type: 'text', value: node.value }];
    if (node.type !== 'element') return [];
    const children = inline(node.children);
    return inlineTags.has(node.tagName)
      ? [asDigits({ type: 'element', tagName: node.tagName, properties: {}, children })]
      : children;
  });
}

/** Sets a blank between Latin and Chinese, where the library sets none, and the word for the others. */
function spaced(text: string, language: CitationLanguage): string {
  return text
    .replace(new RegExp(`(?:[,，]?\\s*(?:和|and)?\\s*${andOthers})+`, 'gu'), ` ${etAl(language)}`)
    .replace(/(?<=\p{Script=Han}) (?=等)/gu, '')
    .replace(/(?<=[\p{Script=Latin}.])(?=[等和])|(?<=和)(?=\p{Script=Latin})/gu, ' ');
}

/** The text of what an entry is made of. */
const textOf = (nodes: readonly ElementContent[]): string =>
  nodes
    .map((node) => (node.type === 'text' ? node.value : node.type === 'element' ? textOf(node.children) : ''))
    .join('');

function styleName(style: CitationStyle, language: CitationLanguage): string {
  const name = `downlink-${style}-${language}`;
  const { styles } = plugins.config.get('@csl');
  if (!styles.has(name)) styles.add(name, cslStyle(style, language));
  return name;
}

type FormattedEntry = Omit<FormattedWork, 'work'>;

/** Entries by key, in the order of the list; the marker is the year. */
function formatEntries(
  works: readonly Work[],
  style: CitationStyle,
  language: CitationLanguage,
): [string, FormattedEntry][] {
  const list: [string, string][] = plugins.output.format(
    'bibliography',
    works.map(({ csl }) => csl),
    {
      style: styleName(style, language),
      format: 'html',
      entry: works.map(({ reference }) => reference.key),
      asEntryArray: true,
    },
  );
  return list.map(([key, html]) => {
    const parts = html.split(labelBreak).map((part) => {
      const fragment = fromHtml(spaced(part.trim(), language), { fragment: true });
      return inline(fragment.children);
    });
    const [entry = [], year = [], names = []] = parts.toReversed();
    const title = works.find(({ reference }) => reference.key === key)?.reference.title ?? '';
    return [key, { names: textOf(names) || title, marker: textOf(year), entry, text: textOf(entry) }];
  });
}

/** Numbered entries of this process. They do not depend on what else an article cites. */
const numbered = new Map<string, FormattedEntry>();

/**
 * Formats the works that one article cites, through CSL.
 *
 * @param works in the order in which they are first cited.
 * @returns the works in the order of the list of references.
 */
export function formatWorks(
  works: readonly Work[],
  style: CitationStyle,
  language: CitationLanguage,
): FormattedWork[] {
  if (style === 'author-year') {
    const byKey = new Map(works.map((work) => [work.reference.key, work]));
    return formatEntries(works, style, language).flatMap(([key, entry]) => {
      const work = byKey.get(key);
      return work ? { work, ...entry } : [];
    });
  }
  const memoKey = ({ csl }: Work): string => language + JSON.stringify(csl);
  const fresh = works.filter((work) => !numbered.has(memoKey(work)));
  const formatted = new Map(fresh.length > 0 ? formatEntries(fresh, style, language) : []);
  for (const work of fresh) {
    const entry = formatted.get(work.reference.key);
    if (entry) numbered.set(memoKey(work), entry);
  }
  return works.flatMap((work, index) => {
    const entry = numbered.get(memoKey(work));
    return entry ? { work, ...entry, marker: String(index + 1) } : [];
  });
}
