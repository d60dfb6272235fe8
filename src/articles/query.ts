import { type CollectionEntry, getCollection } from 'astro:content';
import { type Section, tagSlug } from '../urls.ts';

export type ArticleEntry = CollectionEntry<'articles'>;

async function entriesOf(section: Section): Promise<ArticleEntry[]> {
  return getCollection('articles', ({ data }) => data.section === section);
}

/** All articles that have a page, newest first. */
export async function allArticles(): Promise<ArticleEntry[]> {
  return (await entriesOf('posts')).toSorted(
    (a, b) => b.data.date.getTime() - a.data.date.getTime() || (a.data.slug < b.data.slug ? -1 : 1),
  );
}

/** The pages of the manual in their order. */
export async function allDocs(): Promise<ArticleEntry[]> {
  return (await entriesOf('docs')).toSorted(
    (a, b) => a.data.order - b.data.order || (a.data.slug < b.data.slug ? -1 : 1),
  );
}

/** A tag and its articles, newest first. */
export interface Tag {
  /** As the newest article spells it. */
  readonly name: string;
  readonly articles: readonly ArticleEntry[];
}

/** All tags by number of articles. Spellings that share an address (`LoRA`, `lora`) are one tag. */
export async function allTags(): Promise<Tag[]> {
  const tags = new Map<string, { name: string; articles: ArticleEntry[] }>();
  for (const article of await allArticles()) {
    for (const name of article.data.tags) {
      const tag = tags.get(tagSlug(name)) ?? { name, articles: [] };
      if (!tag.articles.includes(article)) tag.articles.push(article);
      tags.set(tagSlug(name), tag);
    }
  }
  return [...tags.values()].toSorted(
    (a, b) => b.articles.length - a.articles.length || a.name.localeCompare(b.name, 'zh'),
  );
}
