import type {
  BlockContent,
  Data,
  Definition,
  Html,
  Nodes,
  Paragraph,
  PhrasingContent,
  Root,
  RootContent,
  Text,
} from 'mdast';
import type { ContainerDirective } from 'mdast-util-directive';
import { escapeHtml } from '../escape-html.ts';
import type { CopyAddress } from '../markdown-copies.ts';
import { visit } from '../visit-tree.ts';
import { isCallout } from './block-names.ts';
import type { CitedWork } from './context.ts';
import { plainText } from './plain-text.ts';
import {
  calloutBody,
  codeOf,
  expressionOf,
  isOwnWords,
  mathOf,
  paragraph,
  text,
  textOfElements,
  textOfTitle,
  verbatim,
} from './portable-nodes.ts';
import { linksOfWork } from './remark-references.ts';

/** What a copy needs to know besides the tree. */
export interface PortableOptions {
  readonly cited: readonly CitedWork[];
  readonly isNumeric: boolean;
  readonly hasAsset: (url: string) => boolean;
  /** Notes an address and gives what stands for it until the copy is printed. */
  readonly addressOf: (address: CopyAddress) => string;
}

const isLocalImage = (url: string): boolean => !/^(?:[a-z][a-z\d+.-]*:|\/)/iu.test(url);
const isExternal = (url: string): boolean => /^[a-z][a-z\d+.-]*:/iu.test(url);

/** HTML that does something, which a copy does not carry. */
const active = /<(?:script|style|iframe|object|embed|form|link|meta|base)\b|\son[a-z]+\s*=|javascript:/iu;

const isTitle = (node: RootContent | undefined): node is Paragraph => {
  return node?.type === 'paragraph' && node.data?.directiveLabel === true && node.data.hName !== undefined;
};

/** Elements that a copy keeps of MDX, where a component of the article's own has nothing but its content. */
const kept = /^(?:sub|sup|kbd|mark|b|i|em|strong|u|s|del|ins|q|small|abbr|ruby|rt|rp|details|summary|br)$/u;

function tagOf(node: Nodes): string | undefined {
  if (!/^mdxJsx(?:Flow|Text)Element$/u.test(node.type)) return undefined;
  const { name } = node as { name?: string | null };
  return name != null && kept.test(name) ? name : undefined;
}

/** A node of the same kind with other children, and without what it is on the page. */
const likeness = (node: Nodes, children: RootContent[]): RootContent =>
  ({ ...node, data: undefined, children }) as unknown as RootContent;

/** The work of {@link portableTree} on one article. */
class Portable {
  readonly #options: PortableOptions;
  readonly #definitions: ReadonlyMap<string, Definition>;

  constructor(options: PortableOptions, definitions: ReadonlyMap<string, Definition>) {
    this.#options = options;
    this.#definitions = definitions;
  }

  all(nodes: readonly Nodes[], isInTable = false): RootContent[] {
    return nodes.flatMap((node) => this.#one(node, isInTable));
  }

  /** What stands where blocks do: words that are left of HTML, and the number of a listing, are paragraphs. */
  blocks(nodes: readonly Nodes[]): RootContent[] {
    return this.all(nodes).map((node) => (node.type === 'text' ? paragraph([node]) : node));
  }

  #phrasing(nodes: readonly Nodes[]): PhrasingContent[] {
    return this.all(nodes) as PhrasingContent[];
  }

  #image(url: string): string {
    const { addressOf, hasAsset } = this.#options;
    if (!isLocalImage(url) || !hasAsset(url)) return this.#link(url);
    const path = decodeURIComponent(url);
    return addressOf({ kind: 'image', url: path.startsWith('.') ? path : `./${path}` });
  }

  #link(url: string): string {
    return isExternal(url) || url === '' ? url : this.#options.addressOf({ kind: 'link', url });
  }

  #html(value: string): (Html | Text)[] {
    if (value === '') return [];
    if (active.test(value)) return [text(plainText(verbatim(value)))];
    const absolute = value.replace(
      /(\s)(src|href)="([^"]*)"/gu,
      (_all, space: string, name: string, url: string) =>
        `${space}${name}="${name === 'src' ? this.#image(url) : this.#link(url)}"`,
    );
    return [verbatim(absolute)];
  }

  #one(node: Nodes, isInTable: boolean): RootContent[] {
    switch (node.type) {
      case 'text':
      case 'inlineCode':
      case 'break':
      case 'thematicBreak':
      case 'footnoteReference':
        return [node];
      case 'html':
        return this.#html(node.value.replace(/<!--[^]*?(?:-->|$)/gu, '').trim());
      case 'inlineMath':
      case 'math':
        return [mathOf(node, isInTable)];
      case 'code':
        return [codeOf(node)];
      case 'citation':
        return [verbatim(textOfElements(node.data.hChildren))];
      case 'link':
        return [{ ...node, url: this.#link(node.url), children: this.#phrasing(node.children) }];
      case 'linkReference': {
        const { url = '', title } = this.#definitions.get(node.identifier) ?? {};
        return [
          {
            type: 'link',
            url: this.#link(url),
            title: title ?? null,
            children: this.#phrasing(node.children),
          },
        ];
      }
      case 'image':
        return [
          { type: 'image', url: this.#image(node.url), alt: node.alt ?? '', title: node.title ?? null },
        ];
      case 'definition':
        return [];
      case 'box':
        return this.#box(node.data, node.children);
      case 'containerDirective':
        return this.#block(node);
      case 'referenceList':
        return [this.#references()];
      default:
        return this.#other(node, isInTable);
    }
  }

  /** Nodes that keep their kind, those of MDX, and elements that Markdown has no node for. */
  #other(node: Nodes, isInTable: boolean): RootContent[] {
    if (/^mdx(?:Flow|Text)Expression$/u.test(node.type)) return expressionOf(node);
    if (!('children' in node)) return [];
    const tag = tagOf(node);
    if (tag !== undefined) return this.#element(tag, node.children);
    if (/^(?:blockquote|listItem|footnoteDefinition|listing)$/u.test(node.type)) {
      const blocks = this.blocks(node.children);
      return node.type === 'listing' ? blocks : [likeness(node, blocks)];
    }
    const children = this.all(node.children, isInTable || node.type === 'table');
    const isMarkdown = /^(?:paragraph|heading|emphasis|strong|delete|list|table|tableRow|tableCell)$/u;
    return isMarkdown.test(node.type) ? [likeness(node, children)] : children;
  }

  /** An element of MDX, as raw HTML of Markdown. */
  #element(tag: string, nodes: readonly Nodes[]): RootContent[] {
    const children = this.all(nodes);
    if (tag === 'br') return [verbatim('<br>')];
    const [open, close] = [verbatim(`<${tag}>`), verbatim(`</${tag}>`)];
    // Words of a summary, which stands where blocks do, are on the line of its tags.
    const isLine = tag === 'summary' && children.every(({ type }) => type === 'text');
    return isLine
      ? [paragraph([open, ...(children as PhrasingContent[]), close])]
      : [open, ...children, close];
  }

  #box(data: Data | undefined, children: readonly RootContent[]): RootContent[] {
    if (children.length === 0) {
      const words = textOfElements(data?.hChildren);
      return words === '' ? [] : [text(words)];
    }
    const inner = this.all(children);
    if (data?.hName === 'mark') return [verbatim('<mark>'), ...inner, verbatim('</mark>')];
    // An image that a figure has taken out of its paragraph.
    return inner.every(({ type }) => type === 'image') ? [paragraph(inner as PhrasingContent[])] : inner;
  }

  #block({ name, children }: ContainerDirective): RootContent[] {
    const [first] = children;
    const title = isTitle(first) ? first.children : [];
    const body = this.blocks(isTitle(first) ? children.slice(1) : children) as BlockContent[];
    if (isCallout(name)) {
      const own = this.#phrasing(title.filter((node) => !isOwnWords(node)));
      return [{ type: 'blockquote', children: calloutBody(name, own, body) }];
    }
    if (name === 'details') {
      const summary = escapeHtml(textOfTitle(title));
      return [verbatim(`<details>\n<summary>${summary}</summary>`), ...body, verbatim('</details>')];
    }
    // The number of a run is for those who run it.
    if (name === 'cell') return body;
    if (title.length === 0 || /^(?:figure|table|output)$/u.test(name)) return this.all(children);
    const head = paragraph([{ type: 'strong', children: this.#phrasing(title) }]);
    return name === 'tab' || name === 'tabs' || name === 'notation'
      ? [head, ...body]
      : [{ type: 'blockquote', children: [head, ...body] }];
  }

  #references(): RootContent {
    const { cited, isNumeric } = this.#options;
    return {
      type: 'list',
      ordered: isNumeric,
      spread: false,
      children: cited.map(({ work, text: entry }) => {
        const links = linksOfWork(work.reference).flatMap(({ href, label }): PhrasingContent[] => [
          text(' '),
          { type: 'link', url: href, children: [text(label)] },
        ]);
        return { type: 'listItem', spread: false, children: [paragraph([text(entry), ...links])] };
      }),
    };
  }
}

/**
 * The tree of an article as one that any reader of Markdown understands: numbers and citations written
 * out, callouts as GitHub has them, our blocks as quotations.
 *
 * `:::theorem[名称]` → `> **定理 1（名称）**` · `[@hu2021lora]` → `[1]`
 */
export function portableTree(tree: Root, options: PortableOptions): Root {
  const definitions = new Map<string, Definition>();
  visit(tree, 'definition', (node) => {
    if (!definitions.has(node.identifier)) definitions.set(node.identifier, node);
  });
  return { type: 'root', children: new Portable(options, definitions).blocks(tree.children) };
}
