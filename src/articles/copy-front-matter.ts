import type { ArticleData } from '../schemas/article.ts';

/** What the head of a copy says of its article. */
type CopyFacts = Pick<
  ArticleData,
  'title' | 'date' | 'updated' | 'description' | 'authors' | 'tags' | 'series'
>;

const day = (date: Date): string => date.toISOString().slice(0, 10);

/** A text, or a list of them, as YAML; a string of JSON is one of YAML too. */
const yaml = (value: string | readonly string[]): string =>
  typeof value === 'string'
    ? JSON.stringify(value)
    : `[${value.map((one) => JSON.stringify(one)).join(', ')}]`;

/**
 * The head of an article's copy in Markdown.
 *
 * @param language its language tag.
 * @param canonical absolute address of its page.
 */
export function frontMatter(facts: CopyFacts, language: string, canonical: string): string {
  const { title, date, updated, description, authors, tags, series } = facts;
  const lines = [
    `title: ${yaml(title)}`,
    `date: ${day(date)}`,
    ...(updated ? [`updated: ${day(updated)}`] : []),
    ...(authors.length > 0 ? [`authors: ${yaml(authors.map(({ name }) => name))}`] : []),
    ...(description === '' ? [] : [`description: ${yaml(description)}`]),
    ...(tags.length > 0 ? [`tags: ${yaml(tags)}`] : []),
    ...(series ? [`series: ${yaml(series.id)}`] : []),
    `language: ${language}`,
    `canonical: ${yaml(canonical)}`,
  ];
  return `---\n${lines.join('\n')}\n---\n`;
}
