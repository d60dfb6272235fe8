import { existsSync, statSync } from 'node:fs';
import path from 'node:path';
import { glob } from 'tinyglobby';
import { addressOf, type ContentFile, displayPath } from '../loader/content-files.ts';

/** Where a generator keeps its things; the first of several paths that exists counts. */
interface Layout {
  /** Folders with articles, from the folder that is named; that folder itself where there is none of them. */
  readonly articles: readonly string[];
  /** Endings of the articles' names; those of Markdown where nothing is said. */
  readonly endings?: string;
  /** Folders of drafts. */
  readonly drafts?: readonly string[];
  /** Folders whose files have addresses that begin with a slash. */
  readonly statics: readonly string[];
}

/** The generators whose folders can be imported. */
export const layouts = {
  hexo: {
    articles: ['source/_posts', '_posts'],
    drafts: ['source/_drafts', '_drafts'],
    statics: ['source', '.'],
  },
  hugo: { articles: ['content'], statics: ['static', 'assets', 'content', '.'] },
  jekyll: { articles: ['_posts'], drafts: ['_drafts'], statics: ['.'] },
  vuepress: {
    articles: ['docs', 'src'],
    statics: [
      'docs/.vuepress/public',
      'src/.vuepress/public',
      '.vuepress/public',
      'docs/public',
      'docs',
      '.',
    ],
  },
  obsidian: { articles: [], statics: ['.'] },
  notebook: { articles: [], endings: 'ipynb', statics: ['.'] },
} as const satisfies Readonly<Record<string, Layout>>;

/** Name of a generator. */
export type Generator = keyof typeof layouts;

export const isGenerator = (name: string): name is Generator => Object.hasOwn(layouts, name);

/** What is found in the folder of another generator. */
export interface ImportSources {
  readonly generator: Generator;
  /** The folder that the articles' paths begin in. */
  readonly root: string;
  readonly files: readonly ContentFile[];
  /** Absolute paths of articles that are drafts by their place. */
  readonly drafts: ReadonlySet<string>;
  /** Folders whose files have addresses that begin with a slash. */
  readonly statics: readonly string[];
}

const isFolder = (folder: string): boolean =>
  statSync(folder, { throwIfNoEntry: false })?.isDirectory() ?? false;

/** Names of Hugo's and Hexo's sections of posts, which are no part of an article's address here. */
const sections = /^(?:posts?|blog|articles?)\//iu;

async function articlesIn(
  base: string,
  root: string,
  locales: readonly string[],
  endings = '{md,mdx,MD,markdown}',
): Promise<ContentFile[]> {
  const found = await glob(`**/*.${endings}`, {
    cwd: base,
    // `_index.md` describes a list of Hugo's.
    ignore: ['**/node_modules/**', '**/_index*.md'],
    expandDirectories: false,
  });
  return found.toSorted().map((name) => {
    const absolutePath = path.join(base, name);
    return {
      absolutePath,
      displayPath: displayPath(absolutePath),
      contentPath: path.relative(root, absolutePath).split(path.sep).join('/'),
      section: 'posts',
      ...addressOf(name.replace(/\.markdown$/u, '.md').replace(sections, ''), locales),
    };
  });
}

/** Finds the articles of another generator's folder, or of any folder inside of it. */
export async function findImportSources(
  generator: Generator,
  folder: string,
  locales: readonly string[],
): Promise<ImportSources> {
  const layout: Layout = layouts[generator];
  const inside = (name: string): string => path.join(folder, name);
  const [articles = folder] = layout.articles.map(inside).filter(isFolder);
  const [draftFolder] = (layout.drafts ?? []).map(inside).filter(isFolder);
  const drafts = draftFolder === undefined ? [] : await articlesIn(draftFolder, folder, locales);
  const own = await articlesIn(articles, folder, locales, layout.endings);
  const known = new Set(drafts.map(({ absolutePath }) => absolutePath));
  return {
    generator,
    root: folder,
    files: [...own.filter(({ absolutePath }) => !known.has(absolutePath)), ...drafts],
    drafts: known,
    statics: layout.statics.map(inside).filter((one) => existsSync(one)),
  };
}
