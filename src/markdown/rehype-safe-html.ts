import type { Comment, Element, ElementContent, Root, RootContent } from 'hast';
import type { VFile } from 'vfile';
import type { Finding } from '../diagnostics/diagnostic.ts';
import { type ArticleContext, contextOf } from './context.ts';
import { objectionTo } from './safe-attributes.ts';
import { checkImage } from './safe-images.ts';
import { checkFiles, checkLink } from './safe-links.ts';
import { placeOfTag } from './safe-places.ts';
import { type JsxElement, type Tag, tagOfElement, tagOfJsx } from './safe-tag.ts';
import { activeTags, isKnownTag } from './safe-tags.ts';

type Child = RootContent | ElementContent;

/** Walks one article. */
class Cleaner {
  readonly #file: VFile;
  readonly #context: ArticleContext;
  readonly #trusted: boolean;

  constructor(file: VFile) {
    this.#file = file;
    this.#context = contextOf(file);
    this.#trusted = this.#context.trustContent;
  }

  /** @param inDrawing inside of `<svg>` or `<math>`, which have elements of their own. */
  clean(parent: { children: Child[] }, inDrawing: boolean): void {
    parent.children = parent.children.filter((child) => {
      if (child.type === 'comment') return this.#keepsComment(child);
      const tag = this.#tagOf(child);
      if (!tag) return true;
      const isDrawing = tag.name === 'svg' || tag.name === 'math';
      if (!tag.isComponent && !this.#admits(tag, inDrawing || isDrawing)) return false;
      this.#cleanAttributes(tag);
      if (tag.isRaw && !tag.isComponent) this.#checkAddresses(tag);
      this.clean(tag.node, inDrawing || isDrawing);
      return true;
    });
  }

  #tagOf(node: Child): Tag | undefined {
    if (node.type === 'element') return tagOfElement(node);
    const isJsx = node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement';
    return isJsx ? tagOfJsx(node) : undefined;
  }

  /** A note of the author's to themselves is no part of the page; neither is a slot in it. */
  #keepsComment({ value }: Comment): boolean {
    return this.#trusted && !value.includes('data-slot');
  }

  #report(tag: Tag, finding: Omit<Finding, 'line' | 'column' | 'length'>, attribute?: string): void {
    const place = placeOfTag(String(this.#file), tag.node.position, tag.name, attribute);
    this.#context.report({ ...finding, ...place });
  }

  /** Whether an element may be published. */
  #admits(tag: Tag, inDrawing: boolean): boolean {
    const instead = activeTags.get(tag.name);
    if (instead === undefined || (inDrawing && tag.name === 'title') || this.#isOwnFrame(tag)) {
      if (tag.isRaw && !inDrawing && instead === undefined && !isKnownTag(tag.name)) {
        this.#report(tag, {
          rule: 'html/unknown-element',
          message: `HTML has no element \`<${tag.name}>\`: a page shows nothing of it.`,
          hint: `for the signs themselves write \`<${tag.name}>\` in backticks, or \\<`,
        });
      }
      return true;
    }
    if (this.#trusted) return true;
    if (setsFormulas(tag)) return false;
    const message = `\`<${tag.name}>\` is not published.`;
    this.#report(tag, { rule: 'security/element', message, hint: instead });
    return false;
  }

  /** A frame with a page of this site, such as a demo in `public/`. */
  #isOwnFrame(tag: Tag): boolean {
    if (tag.name !== 'iframe' || tag.has('srcDoc') || tag.has('srcdoc')) return false;
    const source = tag.get('src')?.trim();
    return (
      Boolean(source) && objectionTo('iframe', 'src', source) === undefined && !/^data:/iu.test(source ?? '')
    );
  }

  #cleanAttributes(tag: Tag): void {
    for (const { name, value } of tag.attributes) {
      // A slot of nobody's making would leave a hole in the page.
      if (tag.isRaw && /^data-?slot$/iu.test(name)) {
        tag.remove(name);
        this.#report(
          tag,
          {
            rule: 'security/attribute',
            message: '`data-slot` belongs to Downlink.',
            hint: 'use another name',
          },
          'data-slot',
        );
      }
      if (this.#trusted || (tag.isComponent && !/^set:html$/iu.test(name))) continue;
      // What an image says of its source is the image's own check.
      if (tag.name === 'img' && name === 'src' && !this.#isActive(tag, name, value)) continue;
      const objection = objectionTo(tag.name, name, value);
      if (!objection) continue;
      tag.remove(name);
      this.#report(tag, objection, htmlName(name));
    }
  }

  #isActive(tag: Tag, name: string, value: string | undefined): boolean {
    return objectionTo(tag.name, name, value)?.rule === 'security/url';
  }

  #checkAddresses(tag: Tag): void {
    if (tag.name === 'a') checkLink(tag, this.#file);
    else if (tag.name === 'img') checkImage(tag, this.#file, this.#trusted);
    else checkFiles(tag, this.#file);
  }
}

/** Whether a script sets the formulas of a page, which are set already: old articles bring along their own. */
const setsFormulas = (tag: Tag): boolean =>
  tag.name === 'script' &&
  (/^text\/x-mathjax-config/iu.test(tag.get('type') ?? '') ||
    /\b(?:mathjax|katex)\b/iu.test(tag.get('src') ?? ''));

/** The name of an attribute as it stands in HTML: `onClick` → `onclick`, `xLinkHref` → `xlink:href`. */
const htmlName = (name: string): string => (name === 'xLinkHref' ? 'xlink:href' : name.toLowerCase());

/** An image of MDX becomes one of HTML, for Astro to size, where its attributes are plain text. */
function plainImages(parent: { children: Child[] }): void {
  parent.children.forEach((child, index) => {
    if (
      child.type !== 'element' &&
      child.type !== 'mdxJsxFlowElement' &&
      child.type !== 'mdxJsxTextElement'
    ) {
      return;
    }
    plainImages(child);
    if (child.type === 'element' || child.name !== 'img') return;
    const image = elementOfJsx(child);
    if (image) parent.children[index] = image;
  });
}

function elementOfJsx(node: JsxElement): Element | undefined {
  const { attributes } = tagOfJsx(node);
  if (attributes.some(({ value }) => value === undefined)) return undefined;
  const properties = attributes.map(({ name, value }) => [
    name === 'class' ? 'className' : name,
    value ?? '',
  ]);
  return {
    type: 'element',
    tagName: 'img',
    properties: Object.fromEntries(properties) as Element['properties'],
    children: [],
    position: node.position,
  };
}

/**
 * Takes out of an article what an author's HTML must not do, and reports it: scripts, handlers,
 * addresses that run something, foreign frames and files, inline styles. With `trustContent` in the
 * site settings all of that stays. Links and images written as tags are checked like those of Markdown.
 *
 * `<b onclick="go()">粗</b><script>go()</script>` → `<b>粗</b>`
 *
 * In MDX, tags are checked and expressions are not: they are a program that runs at build time.
 */
export function rehypeSafeHtml() {
  return (tree: Root, file: VFile): void => {
    plainImages(tree);
    new Cleaner(file).clean(tree, false);
  };
}
