import { z } from 'astro/zod';

const words = z.string().trim().min(1);

/** A text for all locales, or one for each by its id. */
const text = z.union([words, z.record(z.string(), words)]);

/** One entry of `content/series.yaml`, by the id that front matter names. */
export const seriesEntrySchema = z.strictObject({
  title: text,
  /** One or two sentences about what the articles tell together. */
  description: text.optional(),
});

/** Keys of an entry. */
export const seriesKeys: readonly string[] = Object.keys(seriesEntrySchema.shape);

/** Texts of a series by the ids of the site's locales. */
export interface SeriesTexts {
  readonly titles: Readonly<Record<string, string>>;
  readonly descriptions: Readonly<Record<string, string>>;
}

/** The series that `series.yaml` describes, by their ids. */
export type SeriesList = ReadonlyMap<string, SeriesTexts>;
