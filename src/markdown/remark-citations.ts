import type { ElementContent } from 'hast';
import type { Data, Node, PhrasingContent, Root, Text } from 'mdast';
import type { VFile } from 'vfile';
import { type CitationItem, type FoundCitation, findCitations } from '../citations/find-citations.ts';
import type { FormattedWork } from '../citations/format-works.ts';
import type { Work } from '../citations/work.ts';
import { nearest } from '../diagnostics/nearest.ts';
import { SKIP, visit } from '../visit-tree.ts';
import { citationElement, type CitationUse } from './citation-element.ts';
import { type ArticleContext, contextOf } from './context.ts';
import { labelKinds } from './label-types.ts';
import { textPlaces, type TextPlaces } from './text-places.ts';

/** A citation in the text, printed by `hChildren` of its data. */
export interface Citation extends Node {
  type: 'citation';
  data: Data & { hName: 'span'; hProperties: { className: string[] }; hChildren: ElementContent[] };
}

declare module 'mdast' {
  interface PhrasingContentMap {
    citation: Citation;
  }
  interface RootContentMap {
    citation: Citation;
  }
}

const labelPrefix = new RegExp(`^(?:${Object.keys(labelKinds).join('|')})-`, 'u');

/** Whether a key is a label such as `fig-arch`, which is a cross-reference and none of ours. */
const isLabel = ({ key }: CitationItem): boolean => labelPrefix.test(key);

/** A citation that waits for the numbers, which are known when all of them are found. */
interface Pending {
  readonly node: Citation;
  /** Where the authors go who are a part of the sentence. */
  readonly names: Text | undefined;
  readonly uses: readonly CitationUse[];
}

/** The work of a key; nothing where its entry is broken. */
function workOf(key: string, { findWork }: ArticleContext): Work | undefined {
  const work = findWork(key);
  return work === 'broken' ? undefined : work;
}

/** Reports what is wrong with a citation; says whether it can be printed. */
function check(found: FoundCitation, places: TextPlaces, context: ArticleContext): boolean {
  let isGood = true;
  for (const { key, offset } of found.items) {
    const work = context.findWork(key);
    if (work !== undefined && work !== 'broken') continue;
    isGood = false;
    if (work === 'broken') continue;
    const keys = context.workKeys();
    const meant = nearest(key, keys);
    context.report({
      rule: 'citation/unknown-key',
      message: `No bibliography of this article has the key \`${key}\`.`,
      hint:
        meant !== undefined
          ? `did you mean \`${meant}\`?`
          : keys.length === 0
            ? 'put the entry into refs.bib beside the article, or into references.bib of the content folder'
            : 'add the entry to the bibliography',
      ...places.at(offset),
      length: key.length,
    });
  }
  for (const { text, offset } of found.strays) {
    isGood = false;
    context.report({
      rule: 'citation/syntax',
      message: `\`${text.trim()}\` names no work.`,
      hint: 'a citation is written as [@key; @key, 第 3 节]',
      ...places.at(offset + text.length - text.trimStart().length),
      length: text.trim().length,
    });
  }
  return isGood;
}

/** Whether a citation that was found is ours to print, after what is wrong with it is reported. */
function accept(found: FoundCitation, places: TextPlaces, context: ArticleContext): boolean {
  const signs = [found.start, ...found.items.map(({ offset }) => offset - 1)];
  if (signs.some((sign) => places.isEscaped(sign)) || found.items.every(isLabel)) return false;
  const label = found.items.find(isLabel);
  if (label) {
    context.report({
      rule: 'citation/syntax',
      message: `\`@${label.key}\` is a cross-reference and cannot stand in one bracket with citations.`,
      hint: 'give each of them brackets of its own',
      ...places.at(label.offset - 1),
      length: label.key.length + 1,
    });
    return false;
  }
  const [first] = found.items;
  // `@someone` in a sentence is a citation where there is such a key, and a mistake where one is near.
  const key = first?.key ?? '';
  const isName =
    found.kind === 'narrative' && !workOf(key, context) && nearest(key, context.workKeys()) === undefined;
  return !isName && check(found, places, context);
}

/**
 * Turns citations into links to the list of references, which `remark-references` appends.
 *
 * `[@hu2021lora, 第 3 节]` → `[1，第 3 节]` · `@hu2021lora` → `Hu 等 [1]`; by author and year
 * `（Hu 等，2021，第 3 节）` · `Hu 等（2021）`
 *
 * Links, code, formulas and addresses are left alone, and so are labels such as `@fig-arch`.
 */
export function remarkCitations() {
  return async (tree: Root, file: VFile): Promise<void> => {
    const context = contextOf(file);
    const source = String(file);
    const cited = new Map<string, { work: Work; uses: string[] }>();
    const pending: Pending[] = [];

    const useOf = (item: CitationItem): CitationUse[] => {
      const work = workOf(item.key, context);
      if (!work) return [];
      const uses = cited.get(item.key)?.uses ?? [];
      const id = `cite-${item.key}-${String(uses.length + 1)}`;
      uses.push(id);
      cited.set(item.key, { work, uses });
      return [{ id, item }];
    };

    const print = (found: FoundCitation): PhrasingContent[] => {
      const data: Citation['data'] = {
        hName: 'span',
        hProperties: { className: ['citation'] },
        hChildren: [],
      };
      const node: Citation = { type: 'citation', data };
      const names: Text | undefined = found.kind === 'narrative' ? { type: 'text', value: '' } : undefined;
      pending.push({ node, names, uses: found.items.flatMap(useOf) });
      return names ? [names, node] : [node];
    };

    visit(tree, (node, index, parent) => {
      if (node.type === 'link' || node.type === 'linkReference') return SKIP;
      if (node.type !== 'text' || !node.value.includes('@') || !parent || index === undefined) {
        return undefined;
      }
      const places = textPlaces(node, source);
      const good = findCitations(node.value, (key) => workOf(key, context) !== undefined).filter((found) =>
        accept(found, places, context),
      );
      if (good.length === 0) return undefined;
      const pieces: PhrasingContent[] = [];
      let from = 0;
      for (const found of good) {
        if (found.start > from) pieces.push(places.slice(from, found.start));
        pieces.push(...print(found));
        from = found.end;
      }
      if (from < node.value.length) pieces.push(places.slice(from, node.value.length));
      parent.children.splice(index, 1, ...pieces);
      return [SKIP, index + pieces.length];
    });
    if (cited.size === 0) return;

    const { formatWorks } = await import('../citations/format-works.ts');
    const { citationStyle, language } = context;
    const inOrder = [...cited.values()].map(({ work }) => work);
    const formatted = new Map<string, FormattedWork>();
    for (const one of formatWorks(inOrder, citationStyle, language)) {
      const { key } = one.work.reference;
      formatted.set(key, one);
      context.cited.push({ ...one, uses: cited.get(key)?.uses ?? [] });
    }
    for (const { node, names, uses } of pending) {
      const isNarrative = names !== undefined;
      node.data.hChildren = citationElement(uses, formatted, { isNarrative, citationStyle, language });
      if (names) names.value = formatted.get(uses[0]?.item.key ?? '')?.names ?? '';
    }
  };
}
