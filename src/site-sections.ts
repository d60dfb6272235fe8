import { processWide } from './process-wide.ts';

/** Paths of the lists that a site may have nothing for. */
export const optionalLists = ['/docs/', '/series/', '/tags/'] as const;
type OptionalList = (typeof optionalLists)[number];

/** Which lists the articles of this process leave empty: they get no page, and nothing leads to them. */
export const siteSections = (): { empty: ReadonlySet<string> } =>
  processWide('sections', () => ({ empty: new Set() }));

/** Whether the list at a path has a page. */
export const hasList = (path: OptionalList): boolean => !siteSections().empty.has(path);

/** The lists that some articles leave empty; the same in all locales, which show each other's originals. */
export function emptyLists(
  articles: Iterable<{
    readonly section: string;
    readonly tags?: readonly string[] | undefined;
    readonly series?: object | undefined;
  }>,
): ReadonlySet<OptionalList> {
  const empty = new Set<OptionalList>(optionalLists);
  for (const { section, tags, series } of articles) {
    if (section === 'docs') empty.delete('/docs/');
    else {
      if (series) empty.delete('/series/');
      if (tags && tags.length > 0) empty.delete('/tags/');
    }
  }
  return empty;
}
