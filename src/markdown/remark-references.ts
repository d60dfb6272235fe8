import type { Element, ElementContent } from 'hast';
import type { Data, Node, Root } from 'mdast';
import type { VFile } from 'vfile';
import type { Reference } from '../schemas/article.ts';
import { type ArticleWords, articleWords } from './article-words.ts';
import { entryId } from './citation-element.ts';
import { type CitedWork, contextOf } from './context.ts';
import { plainText } from './plain-text.ts';

/** The list of references, printed by `hChildren` of its data. */
export interface ReferenceList extends Node {
  type: 'referenceList';
  data: Data & { hName: 'ol' | 'ul'; hProperties: { className: string[] }; hChildren: ElementContent[] };
}

declare module 'mdast' {
  interface RootContentMap {
    referenceList: ReferenceList;
  }
}

const headings = { zh: '参考文献', en: 'References' } as const;
const ownHeading = /^(?:参考文献|参考资料|引用文献|references|bibliography)$/iu;

const text = (value: string): ElementContent => ({ type: 'text', value });

const element = (
  tagName: string,
  properties: Element['properties'],
  children: ElementContent[],
): Element => ({ type: 'element', tagName, properties, children });

const hostOf = (url: string): string => (URL.canParse(url) ? new URL(url).hostname : url);

/** Links to the work, the most lasting first; an address that one of them says already is left out. */
export function linksOfWork({ doi, arxiv, url }: Reference): { href: string; label: string }[] {
  const found: { href: string; label: string }[] = [];
  const add = (href: string, label: string): void => {
    found.push({ href, label });
  };
  const arxivDoi = /^10\.48550\/arxiv\./iu;
  if (doi !== undefined && !(arxiv !== undefined && arxivDoi.test(doi))) {
    add(`https://doi.org/${encodeURI(doi)}`, `doi:${doi}`);
  }
  if (arxiv !== undefined) add(`https://arxiv.org/abs/${arxiv}`, `arXiv:${arxiv}`);
  const isNew = url !== undefined && !/^https?:\/\/(?:(?:dx\.)?doi\.org|(?:www\.)?arxiv\.org)\//iu.test(url);
  if (isNew && /^(?:https?|ftp):/iu.test(url)) add(url, hostOf(url));
  return found;
}

/** Links back to the places where a work is cited. */
function backLinks(uses: readonly string[], { back }: ArticleWords): Element[] {
  return uses.map((id, index) => {
    const number = String(index + 1);
    const label = back(uses.length === 1 ? undefined : number);
    return element(
      'a',
      {
        href: `#${encodeURIComponent(id)}`,
        role: 'doc-backlink',
        className: ['reference-back'],
        ariaLabel: label,
      },
      uses.length === 1 ? [text('↩')] : [text('↩'), element('sup', {}, [text(number)])],
    );
  });
}

function item({ work, entry, uses }: CitedWork, words: ArticleWords): Element {
  const { reference } = work;
  const links = linksOfWork(reference).map(({ href, label }) => element('a', { href }, [text(label)]));
  const after = [...links, ...backLinks(uses, words)].flatMap((link) => [text(' '), link]);
  return element('li', { id: entryId(reference.key) }, [...entry, ...after]);
}

/**
 * Appends the list of the works cited, under a heading 参考文献 or under the author's own where the
 * article ends with one.
 *
 * `<h2 id="references">参考文献</h2><ol class="references"><li id="ref-hu2021lora">…</li></ol>`
 */
export function remarkReferences() {
  return (tree: Root, file: VFile): void => {
    const context = contextOf(file);
    const { cited, citationStyle, language } = context;
    context.references = cited.map(({ work }) => work.reference);
    if (cited.length === 0) return;

    const last = tree.children.findLast(({ type }) => type !== 'footnoteDefinition' && type !== 'definition');
    const blocks = cited.map((one) => ({ kind: 'text' as const, text: one.text }));
    if (last?.type === 'heading' && ownHeading.test(plainText(last))) {
      context.sections.findLast(({ title }) => ownHeading.test(title))?.blocks.push(...blocks);
    } else {
      const taken = new Set(context.headings.map(({ id }) => id));
      const id = taken.has('references') ? 'references-1' : 'references';
      const heading = { depth: 2, id, text: headings[language] } as const;
      context.headings.push(heading);
      context.sections.push({ id, title: heading.text, depth: 2, blocks, formulas: [] });
      const children = [{ type: 'text' as const, value: heading.text }];
      tree.children.push({ type: 'heading', depth: 2, data: { hProperties: { id } }, children });
    }
    const data: ReferenceList['data'] = {
      hName: citationStyle === 'numeric' ? 'ol' : 'ul',
      hProperties: { className: ['references'] },
      hChildren: cited.map((one) => item(one, articleWords[language])),
    };
    tree.children.push({ type: 'referenceList', data });
  };
}
