import type { Heading, Root } from 'mdast';
import type { VFile } from 'vfile';
import { ownWords } from './blocks.ts';
import { contextOf } from './context.ts';
import { plainText } from './plain-text.ts';
import { titleHeading } from './title-heading.ts';

declare module 'mdast' {
  interface HeadingData {
    /** Number of the section as readers see it, `2.1`. */
    sectionNumber?: string;
  }
}

/** A number that the author has written before the words of a heading: `3.1 方法` → `3.1` */
export const writtenNumber = /^(?<number>\d+(?:\.\d+)*)[.、．]?\s+(?=\S)/u;

/** Sections below this level bear no number. */
const deepest = 3;

/** Headings of the article's sections: not its title, and none inside of a block. */
function sectionHeadings(tree: Root, named: string | undefined): Heading[] {
  const title = titleHeading(tree, named);
  return tree.children.filter((node) => node.type === 'heading').filter((node) => node !== title);
}

/** Whether an author numbers the sections: most of the outermost ones, for `2 × 3 的树` is a title too. */
function areWritten(headings: readonly Heading[]): boolean {
  const top = Math.min(...headings.map(({ depth }) => depth));
  const outermost = headings.filter(({ depth }) => depth === top);
  const numbered = outermost.filter((heading) => writtenNumber.test(plainText(heading)));
  return numbered.length > 0 && numbered.length * 2 >= outermost.length;
}

/**
 * Numbers the sections of an article where its front matter or the site wants that. An article whose
 * author has numbered its sections keeps the author's numbers.
 *
 * `## 方法` and `### 初始化` below it → `1 方法` and `1.1 初始化`. A level that is left out does not count.
 */
export function remarkSectionNumbers() {
  return (tree: Root, file: VFile): void => {
    const { numberSections, title } = contextOf(file);
    if (!numberSections) return;
    const headings = sectionHeadings(tree, title);
    if (areWritten(headings)) return;
    /** The open sections, from the outermost: how deep their headings are, and their numbers. */
    const open: { readonly depth: number; readonly count: number }[] = [];
    for (const heading of headings) {
      let count = 1;
      for (let last = open.at(-1); last && last.depth >= heading.depth; last = open.at(-1)) {
        count = last.count + 1;
        open.pop();
      }
      open.push({ depth: heading.depth, count });
      if (open.length > deepest) continue;
      const number = open.map((section) => String(section.count)).join('.');
      heading.data = { ...heading.data, sectionNumber: number };
      heading.children.unshift(ownWords(`${number} `, { className: ['section-number'] }));
    }
  };
}
