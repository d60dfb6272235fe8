import type { ArticleData, Reference } from '../schemas/article.ts';
import { seriesSlug, tagSlug } from '../urls.ts';
import type { Relatable, Subject } from './related.ts';

/** What an article is about, with a name for readers. */
export interface ArticleSubject extends Subject {
  readonly name: string;
}

/** Bibliographies call one work by many keys; its title is what they agree on. */
const workId = ({ title }: Reference): string =>
  title
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');

/** Longer titles of works are cut. */
const longestTitle = 40;

/** `LoRA: Low-Rank Adaptation of Large Language Models` → `LoRA` */
function shortTitle(title: string): string {
  const [head = title] = title.split(/:\s|：/u, 1);
  const letters = [...head.trim()];
  return letters.length <= longestTitle
    ? letters.join('')
    : `${letters
        .slice(0, longestTitle)
        .join('')
        .replace(/\s+\S*$/u, '')}…`;
}

/**
 * What an article has in common with others: its tags, the terms it deals with and the works it cites.
 *
 * @param language that the names of terms are wanted in.
 */
export function relatable(
  { slug, tags, terms, references, series }: ArticleData,
  language: 'zh' | 'en',
): Relatable<ArticleSubject> {
  return {
    id: slug,
    series: series && seriesSlug(series.id),
    subjects: [
      ...tags.map((tag) => ({ kind: 'tag' as const, id: tagSlug(tag), name: tag })),
      ...terms.map((term) => ({ kind: 'term' as const, id: term.id, name: term[language] })),
      ...references.map((work) => ({
        kind: 'work' as const,
        id: workId(work),
        name: shortTitle(work.title),
      })),
    ],
  };
}
