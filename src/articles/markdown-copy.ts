import type { ImageMetadata } from 'astro';
import { getImage } from 'astro:assets';
import { localeWithId, localHref } from '../locales.ts';
import { type CopyAddress, markdownCopies } from '../markdown-copies.ts';
import { site } from '../site.config.ts';
import { pagePath } from '../urls.ts';
import { frontMatter } from './copy-front-matter.ts';
import type { ArticleEntry } from './query.ts';

/** An address as it may stand between the brackets of a link. */
const inBrackets = (url: string): string =>
  url.replace(/[()\s]/gu, (sign) => `%${sign.charCodeAt(0).toString(16)}`);

/** Where the build has put an image that stands beside an article. */
async function imageUrl(src: ImageMetadata): Promise<string> {
  return (await getImage({ src, alt: '' })).src;
}

/**
 * The copy of an article for readers of Markdown: its facts, its title, and its text with absolute
 * addresses.
 *
 * @throws {Error} when the article was not compiled in this process.
 */
export async function markdownCopy({ data }: ArticleEntry): Promise<string> {
  const copy = markdownCopies().get(data.path);
  if (!copy) throw new Error(`There is no copy of ${data.path}.`);
  const locale = localeWithId(data.locale);
  const page = site.url + localHref(locale, pagePath(data.section, data.slug));
  const images = new Map(data.images.map(({ path, file }) => [path, file]));
  const print = async (piece: string | CopyAddress): Promise<string> => {
    if (typeof piece === 'string') return piece;
    const file = piece.kind === 'image' ? images.get(piece.url) : undefined;
    const url = file ? await imageUrl(file) : piece.url;
    return inBrackets(URL.canParse(url, page) ? new URL(url, page).href : url);
  };
  const body = (await Promise.all(copy.map(print))).join('');
  return `${frontMatter(data, locale.tag, page)}\n# ${data.title}\n\n${body}`;
}

/** A copy as a file. */
export const markdownResponse = async (entry: ArticleEntry): Promise<Response> =>
  new Response(await markdownCopy(entry), { headers: { 'content-type': 'text/markdown; charset=utf-8' } });
