import { stat } from 'node:fs/promises';
import type { Finding } from '../diagnostics/diagnostic.ts';
import { localePrefix, pagePath } from '../urls.ts';
import { type ContentFile, slugSegment } from './content-files.ts';
import { dateInPath } from './dated-name.ts';
import { firstCommitDates } from './git-dates.ts';
import type { ParseFrontMatter } from './known-front-matter.ts';
import { readSource } from './read-source.ts';
import { isNotebook, type SplitArticle, splitArticle, unreadNotebook } from './split-article.ts';

/** An article's file once it is read: what must be known of all of them before one is rendered. */
export interface SourceArticle extends SplitArticle {
  readonly file: ContentFile;
  readonly slug: string;
  /** Path of its page with its locale, without the base path. */
  readonly path: string;
  /** The file as it is. */
  readonly source: string;
  readonly date: Date;
  /** Whether the file cannot be read now, and this is what it said when it could be. */
  readonly isStale?: true;
}

/** Files that were read before, by their paths, with what was made of them and what was found. */
export type KnownSplits = Map<
  string,
  { readonly source: string; readonly split: SplitArticle | undefined; readonly findings: readonly Finding[] }
>;

/** What files said when they could last be read, by their paths. */
export type LastGood = Map<string, { readonly source: string; readonly split: SplitArticle }>;

/** How articles are read. */
interface ReadOptions {
  /** Ids of the locales, that of the default one first. */
  readonly locales: readonly string[];
  /** Whether a file that is not UTF-8 is read as what it most likely is. */
  readonly guessEncoding: boolean;
  /** Whether a notebook that cannot be read is an article that shows its text. */
  readonly showsUnread?: boolean;
  /** Gets what is read, and saves reading it again. */
  readonly known?: KnownSplits;
  /** Gets what is read, and stands in for files that cannot be read any more; without it they are left out. */
  readonly lastGood?: LastGood | undefined;
  /** Reads front matter, in place of reading all of it anew. */
  readonly parse?: ParseFrontMatter;
}

/** A way to report findings about one file. */
type ReportIn = (file: string) => (finding: Finding) => void;

/** A slug as front matter gives it: `/Notes/Self Attention/` → `notes/self-attention` */
const slugOf = (text: string | undefined): string =>
  (text ?? '')
    .split('/')
    .map(slugSegment)
    .filter((segment) => segment !== '')
    .join('/');

/** Asks git, once for the folder, and then the file system for the date of an article without one. */
function dateFallback(contentFolder: string): (file: string) => Promise<Date> {
  let commits: Promise<Map<string, Date>> | undefined;
  return async (file) => {
    commits ??= firstCommitDates(contentFolder);
    return (await commits).get(file) ?? (await stat(file)).mtime;
  };
}

/** What is read of one file before the others are known. */
type ReadFile = Omit<SourceArticle, 'slug' | 'path'>;

/** What the versions of an article in several languages have in common: `lora/zh.md`, `lora/en.md`. */
const versionsOf = ({ file }: ReadFile): string => pagePath(file.section, file.slug);

/** Slugs given by front matter. The one of the first locale is that of its translations too. */
function givenSlugs(files: readonly ReadFile[], locales: readonly string[]): Map<string, string> {
  const place = ({ file }: ReadFile): number => locales.indexOf(file.locale);
  const given = new Map<string, string>();
  for (const read of files.toSorted((a, b) => place(a) - place(b))) {
    const slug = slugOf(read.frontMatter.slug);
    if (slug !== '' && !given.has(versionsOf(read))) given.set(versionsOf(read), slug);
  }
  return given;
}

function splitFile(
  file: ContentFile,
  source: string,
  { showsUnread = false, known = new Map(), parse }: Pick<ReadOptions, 'showsUnread' | 'known' | 'parse'>,
) {
  const before = known.get(file.absolutePath);
  if (before?.source === source) return before;
  const findings: Finding[] = [];
  const split =
    splitArticle(file, source, (finding) => findings.push(finding), parse) ??
    (showsUnread ? unreadNotebook(source) : undefined);
  const made = { source, split, findings };
  // The pictures of a notebook are written anew, should somebody have emptied the cache.
  if (!isNotebook(file.absolutePath)) known.set(file.absolutePath, made);
  return made;
}

/** What a file says, or has said, with what was found in it now; nothing of one that cannot be read. */
async function readFile(
  file: ContentFile,
  { guessEncoding, lastGood, ...options }: ReadOptions,
  report: (finding: Finding) => void,
): Promise<
  | (Pick<SourceArticle, 'source' | 'isStale'> & { split: SplitArticle; findings: readonly Finding[] })
  | undefined
> {
  const source = await readSource(file.absolutePath, report, guessEncoding);
  const { split, findings = [] } = source === undefined ? {} : splitFile(file, source, options);
  findings.forEach(report);
  if (source !== undefined && split) {
    lastGood?.set(file.absolutePath, { source, split });
    return { source, split, findings };
  }
  const before = lastGood?.get(file.absolutePath);
  // What is found now stands in the file as it is now.
  return before && { ...before, source: source ?? before.source, findings: [], isStale: true };
}

/**
 * Reads all files and their front matter. Two articles with one slug, and articles without a date,
 * are findings; a file that cannot be read is left out.
 *
 * Of two articles with one slug the later gets a number.
 */
export async function readArticles(
  files: readonly ContentFile[],
  contentFolder: string,
  options: ReadOptions,
  reportIn: ReportIn,
): Promise<SourceArticle[]> {
  const { locales, lastGood } = options;
  const read: ReadFile[] = [];
  const fallbackDate = dateFallback(contentFolder);
  for (const file of files) {
    const report = reportIn(file.displayPath);
    const said = await readFile(file, options, report);
    if (!said) continue;
    const { split, findings, ...rest } = said;
    const { frontMatter } = split;
    const dateIsWrong = findings.some(({ rule }) => rule === 'front-matter/invalid-date');
    const ownDate = frontMatter.date ?? dateInPath(file.absolutePath);
    const date = ownDate ?? (await fallbackDate(file.absolutePath));
    // The manual is not dated.
    if (!ownDate && !dateIsWrong && !rest.isStale && file.section === 'posts') {
      const day = date.toISOString().slice(0, 10);
      report({
        rule: 'front-matter/missing-date',
        message: `The article has no date; ${day} is taken from its file.`,
        hint: `write date: ${day} into its front matter`,
      });
    }
    read.push({ file, ...rest, ...split, date });
  }
  const there = new Set(files.map(({ absolutePath }) => absolutePath));
  for (const file of lastGood?.keys() ?? []) if (!there.has(file)) lastGood?.delete(file);
  const given = givenSlugs(read, locales);
  const claimed = new Map<string, string>();
  return read.map((one) => {
    const { file, source, frontMatter } = one;
    const wanted = slugOf(frontMatter.slug) || (given.get(versionsOf(one)) ?? file.slug);
    const pathOf = (slug: string): string =>
      localePrefix(file.locale, locales) + pagePath(file.section, slug);
    const first = claimed.get(pathOf(wanted));
    if (first !== undefined) {
      reportIn(file.displayPath)({
        rule: 'content/duplicate-slug',
        message: `The address ${pathOf(wanted)} is taken by ${first}.`,
        hint: 'rename the file, or give one of them another `slug`',
        line: Math.max(1, source.split('\n').findIndex((text) => /^slug\s*:/u.test(text)) + 1),
      });
    }
    let slug = wanted;
    for (let number = 2; claimed.has(pathOf(slug)); number += 1) slug = `${wanted}-${String(number)}`;
    const path = pathOf(slug);
    claimed.set(path, file.displayPath);
    return { ...one, slug, path };
  });
}
