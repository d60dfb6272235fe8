import { slug } from 'github-slugger';
import type { Heading, Root } from 'mdast';
import type { VFile } from 'vfile';
import { visit } from '../visit-tree.ts';
import { type ArticleContext, contextOf } from './context.ts';
import { headingParts } from './heading-parts.ts';
import { plainText } from './plain-text.ts';
import { titleHeading } from './title-heading.ts';

const explicitId = /\s*\{#(?<id>[^\s{}#]+)\}\s*$/u;

/** The id that an author gives a heading: `{#sec-method}` at its end. */
export function explicitIdOf(heading: Heading): string | undefined {
  const last = heading.children.at(-1);
  return last?.type === 'text' ? explicitId.exec(last.value)?.groups?.id : undefined;
}

/** Takes `{#sec-method}` off the end of a heading. */
function takeExplicitId(heading: Heading): string | undefined {
  const last = heading.children.at(-1);
  const id = explicitIdOf(heading);
  if (last?.type === 'text') last.value = last.value.replace(explicitId, '');
  return id;
}

/**
 * Takes the article's own title out of the body: the page prints it. Links to it lead to the page, which has no
 * such id and begins there.
 */
function takeTitle(tree: Root, { title: named, ids }: ArticleContext): string | undefined {
  const title = titleHeading(tree, named);
  if (!title) return undefined;
  tree.children.splice(tree.children.indexOf(title), 1);
  const id = takeExplicitId(title);
  const text = plainText(title);
  ids.add(id ?? slug(text));
  return text;
}

/**
 * Gives headings stable ids that keep Chinese, and lists them for the table of contents.
 *
 * `## 方法 Method` → `<h2 id="方法-method">` · `## 方法 {#sec-method}` → `<h2 id="sec-method">`
 *
 * The first `# heading` is the title, unless front matter names another. Where a body has more of them, all its
 * headings go one level down, so that a page has one `h1`.
 */
export function remarkHeadings() {
  return (tree: Root, file: VFile): void => {
    const context = contextOf(file);
    context.firstTitle = takeTitle(tree, context);
    const headings: Heading[] = [];
    visit(tree, 'heading', (heading) => void headings.push(heading));
    const shift = headings.some(({ depth }) => depth === 1) ? 1 : 0;
    /** Ids, each with the last number that was put behind it. */
    const taken = new Map<string, number>();
    for (const heading of headings) {
      heading.depth = Math.min(6, heading.depth + shift) as Heading['depth'];
      const explicit = takeExplicitId(heading);
      const text = plainText(heading);
      const wanted = explicit ?? (slug(text) || 'section');
      let id = wanted;
      while (taken.has(id)) {
        const count = (taken.get(wanted) ?? 0) + 1;
        taken.set(wanted, count);
        id = `${wanted}-${String(count)}`;
      }
      taken.set(id, 0);
      heading.data = { ...heading.data, hProperties: { ...heading.data?.hProperties, id } };
      const number = heading.data.sectionNumber;
      const shown = number === undefined ? text : `${number} ${text}`;
      const parts = headingParts(heading);
      context.headings.push({
        ...{ depth: heading.depth, id, text: shown },
        ...(number === undefined ? {} : { number }),
        ...(parts.some((part) => typeof part !== 'string') ? { parts } : {}),
      });
    }
  };
}
