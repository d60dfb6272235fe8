import type { SourceArticle } from '../loader/read-articles.ts';

const yaml = (value: string): string => JSON.stringify(value);
const list = (values: readonly string[]): string => `[${values.map(yaml).join(', ')}]`;

/** A day, or a moment where a time was given. */
function when(date: Date): string {
  const text = date.toISOString();
  return text.endsWith('T00:00:00.000Z') ? text.slice(0, 10) : text.replace('.000Z', 'Z');
}

/** What is known of an article besides its front matter. */
interface Besides {
  /** Its title where front matter has none, and what its file was called says it. */
  readonly name: string | undefined;
  readonly isDraft: boolean;
  /** Where the files that its front matter names are now. */
  readonly cover: string | undefined;
  readonly bibliography: string | undefined;
  /** Addresses that it had. */
  readonly redirectFrom: readonly string[];
}

/** The front matter of an imported article under the keys of the contract; empty where nothing is known. */
export function importedFrontMatter(
  { frontMatter, date }: Pick<SourceArticle, 'frontMatter' | 'date'>,
  { name, isDraft, cover, bibliography, redirectFrom }: Besides,
): string {
  const {
    title = name,
    updated,
    description,
    tags,
    authors,
    aliases,
    series,
    math,
    numberSections,
  } = frontMatter;
  const lines = [
    ...(title === undefined ? [] : [`title: ${yaml(title)}`]),
    `date: ${when(date)}`,
    ...(updated ? [`updated: ${when(updated)}`] : []),
    ...(description === undefined ? [] : [`description: ${yaml(description)}`]),
    ...(tags.length > 0 ? [`tags: ${list(tags)}`] : []),
    ...(authors.length > 0 ? [`authors: ${list(authors)}`] : []),
    ...(aliases.length > 0 ? [`aliases: ${list(aliases)}`] : []),
    ...(redirectFrom.length > 0 ? [`redirectFrom: ${list(redirectFrom)}`] : []),
    ...(series ? [`series: { id: ${yaml(series.id)}, order: ${String(series.order)} }`] : []),
    ...(cover === undefined ? [] : [`cover: ${yaml(cover)}`]),
    ...(bibliography === undefined ? [] : [`bibliography: ${yaml(bibliography)}`]),
    ...(math && Object.keys(math.macros).length > 0 ? [`math: ${JSON.stringify(math)}`] : []),
    ...(numberSections === undefined ? [] : [`numberSections: ${String(numberSections)}`]),
    ...(frontMatter.draft || isDraft ? ['draft: true'] : []),
  ];
  return `---\n${lines.join('\n')}\n---\n`;
}
