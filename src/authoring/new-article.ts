import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { nearest } from '../diagnostics/nearest.ts';
import { displayPath, findContentFiles, slugSegment } from '../loader/content-files.ts';
import { readArticles } from '../loader/read-articles.ts';
import { readSeries } from '../loader/read-series.ts';
import { makeFolder } from '../make-folder.ts';
import { pinyinOf } from '../search-index/search-terms.ts';

/** What an author asked for that cannot be done; its message is all that there is to say. */
export class AuthoringError extends Error {
  override name = 'AuthoringError';
}

/** What is known of an article before it is written. */
export interface NewArticle {
  readonly title: string;
  /** Else from the title. */
  readonly slug?: string | undefined;
  /** Id of a locale of the site; else the default one. */
  readonly locale?: string | undefined;
  /** Id of a series; the article becomes its last. */
  readonly series?: string | undefined;
  readonly isMdx: boolean;
  readonly date: Date;
}

/** Where articles are, and in which languages. */
interface Place {
  readonly contentFolder: string;
  /** Ids, that of the default locale first. */
  readonly locales: readonly string[];
}

/** Characters of an address made from a title. */
const longestSlug = 60;

/**
 * An address from a title: Han characters by their pinyin, other words as they are.
 *
 * `LoRA：低秩适配` → `lora-di-zhi-shi-pei`
 */
export function slugOfTitle(title: string): string {
  const latin = title.replace(/\p{Script=Han}+/gu, (han) => ` ${pinyinOf(han)} `);
  const words = slugSegment(latin.replace(/[^\p{L}\p{N}]+/gu, ' ')).split('-');
  let slug = '';
  for (const word of words) {
    const longer = slug === '' ? word : `${slug}-${word}`;
    if (longer.length > longestSlug && slug !== '') break;
    slug = longer;
  }
  return slug;
}

/** Words of a new article, which its author replaces. */
const beginnings: Readonly<Record<string, string>> = { zh: '正文从这里开始。', en: 'The text begins here.' };

/** The day where the author is. */
const localDay = (date: Date): string =>
  [date.getFullYear(), date.getMonth() + 1, date.getDate()]
    .map((part) => String(part).padStart(2, '0'))
    .join('-');

/** The text of a new article: the keys that most articles have, and a line to begin with. */
export function articleText(
  { title, date }: Pick<NewArticle, 'title' | 'date'>,
  locale: string,
  series?: { readonly id: string; readonly order: number },
): string {
  const lines = [
    `title: ${JSON.stringify(title)}`,
    `date: ${localDay(date)}`,
    'description:',
    'tags: []',
    ...(series ? [`series: { id: ${JSON.stringify(series.id)}, order: ${String(series.order)} }`] : []),
    'draft: true',
  ];
  return `---\n${lines.join('\n')}\n---\n\n${beginnings[locale.split('-')[0] ?? ''] ?? beginnings.en ?? ''}\n`;
}

/** The next place in a series. */
async function placeInSeries(id: string, locale: string, { contentFolder, locales }: Place) {
  const silent = () => (): void => undefined;
  const { file } = await readSeries(contentFolder, locales, silent);
  if (file && !file.ids.includes(id)) {
    const meant = nearest(id, file.ids);
    const hint = meant === undefined ? 'add it there, with a title' : `did you mean \`${meant}\`?`;
    throw new AuthoringError(`There is no series \`${id}\` in series.yaml; ${hint}`);
  }
  const { files } = await findContentFiles(contentFolder, locales);
  const articles = await readArticles(files, contentFolder, { locales, guessEncoding: true }, silent);
  const orders = articles
    .filter((article) => article.file.locale === locale && article.frontMatter.series?.id === id)
    .map(({ frontMatter }) => frontMatter.series?.order ?? 0);
  return { id, order: Math.max(0, ...orders) + 1 };
}

/** `Notes/Self Attention` → `notes/self-attention` */
const slugOfPath = (written: string): string =>
  written
    .split('/')
    .map(slugSegment)
    .filter((segment) => segment !== '')
    .join('/');

/**
 * Writes a new article into the content folder, as a draft, and never over another.
 *
 * @returns its path as the author knows it.
 * @throws {AuthoringError} where it cannot be written.
 */
export async function writeNewArticle(article: NewArticle, place: Place): Promise<string> {
  const { contentFolder, locales } = place;
  const title = article.title.trim();
  if (title === '') throw new AuthoringError('An article needs a title: npm run new -- "标题"');
  const slug = article.slug === undefined ? slugOfTitle(title) : slugOfPath(article.slug);
  if (slug === '') throw new AuthoringError('No address can be made of that: name one with --slug.');
  const locale = article.locale ?? locales[0] ?? 'zh';
  if (!locales.includes(locale)) {
    throw new AuthoringError(`The site has no locale \`${locale}\`; it has ${locales.join(', ')}.`);
  }
  const posts = path.join(contentFolder, 'posts');
  const isBare = !existsSync(posts) && existsSync(contentFolder) && readdirSync(contentFolder).length > 0;
  const folder = path.join(isBare ? contentFolder : posts, slug);
  const taken = [
    `${locale}.md`,
    `${locale}.mdx`,
    ...(locale === locales[0] ? ['index.md', `../${path.posix.basename(slug)}.md`] : []),
  ]
    .map((name) => path.join(folder, name))
    .find((file) => existsSync(file));
  if (taken !== undefined) {
    throw new AuthoringError(`${displayPath(taken)} is there already; choose another --slug or --locale.`);
  }
  const series =
    article.series === undefined ? undefined : await placeInSeries(article.series, locale, place);
  const file = path.join(folder, `${locale}.${article.isMdx ? 'mdx' : 'md'}`);
  makeFolder(folder);
  writeFileSync(file, articleText({ ...article, title }, locale, series), { flag: 'wx' });
  return displayPath(file);
}
