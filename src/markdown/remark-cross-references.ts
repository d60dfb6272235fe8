import type { Link, PhrasingContent, Root } from 'mdast';
import type { VFile } from 'vfile';
import { SKIP, visit } from '../visit-tree.ts';
import { articleWords } from './article-words.ts';
import { type ArticleContext, contextOf } from './context.ts';
import { referenceText } from './label-names.ts';
import { findReferences, type LabelReference, type ReferenceGroup } from './label-references.ts';
import { textPlaces, type TextPlaces } from './text-places.ts';

/** The links of a group, or nothing where one of its labels is unknown; that is reported. */
function linksOf(
  { references }: ReferenceGroup,
  places: TextPlaces,
  { labels, report, language }: ArticleContext,
): PhrasingContent[] | undefined {
  const linkOf = ({ id, style, offset, length }: LabelReference): Link | undefined => {
    const label = labels.find(id);
    if (!label) {
      report({ ...labels.unknown(id), ...places.at(offset), length });
      return undefined;
    }
    const position = places.slice(offset, offset + length).position;
    return {
      type: 'link',
      url: `#${id}`,
      children: [{ type: 'text', value: referenceText(label, style, language) }],
      data: { hProperties: { className: ['cross-reference'] } },
      ...(position ? { position } : {}),
    };
  };
  const links = references.map(linkOf);
  if (!links.every((link) => link !== undefined)) return undefined;
  return links.flatMap((link, index) =>
    index === 0 ? [link] : [{ type: 'text', value: articleWords[language].comma }, link],
  );
}

/**
 * Turns references to labels into links that bear the number, which `remark-labels` has found.
 *
 * `见 @fig-arch` → `见 <a href="#fig-arch">图 2</a>` · `[-@eq-lora]` → `(3)` ·
 * `[@fig-a; @fig-b]` → 图 1、图 2 · `\eqref{eq-lora}` → `(3)` · `\ref{eq-lora}` → `3`
 *
 * Links, code and addresses are left alone; keys without a prefix of ours are citations.
 */
export function remarkCrossReferences() {
  return (tree: Root, file: VFile): void => {
    const context = contextOf(file);
    const source = String(file);
    visit(tree, (node, index, parent) => {
      if (node.type === 'link' || node.type === 'linkReference') return SKIP;
      if (node.type !== 'text' || !/[@\\]/u.test(node.value) || !parent || index === undefined) {
        return undefined;
      }
      const places = textPlaces(node, source);
      const pieces: PhrasingContent[] = [];
      let from = 0;
      for (const group of findReferences(node.value, (id) => context.labels.find(id) !== undefined)) {
        const isAt = node.value[group.references[0]?.offset ?? 0] === '@';
        if (isAt && (places.isEscaped(group.start) || places.isEscaped(group.references[0]?.offset ?? 0))) {
          continue;
        }
        const links = linksOf(group, places, context);
        if (!links) continue;
        if (group.start > from) pieces.push(places.slice(from, group.start));
        pieces.push(...links);
        from = group.end;
      }
      if (pieces.length === 0) return undefined;
      if (from < node.value.length) pieces.push(places.slice(from, node.value.length));
      (parent as Link).children.splice(index, 1, ...pieces);
      return [SKIP, index + pieces.length];
    });
  };
}
