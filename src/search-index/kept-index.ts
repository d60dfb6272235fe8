import { createHash } from 'node:crypto';
import type { CompiledArticle } from '../loader/compile-article.ts';
import { fingerprintOf } from '../renditions/fingerprint.ts';
import type { Glossary } from '../schemas/glossary.ts';
import type { LocaleTerms } from '../search/records.ts';
import { articleRecord, facetsOf } from './article-records.ts';

/**
 * A name for all that an index is made from: the same name, the same index. Formulas count by the keys
 * of their renditions. Nothing where the source of the generator is not at hand.
 */
export function nameOfIndex(
  articles: readonly CompiledArticle[],
  glossary: Glossary,
  locale: Pick<LocaleTerms, 'language' | 'otherwise'>,
): string | undefined {
  const pipeline = fingerprintOf(new URL('./build-index.ts', import.meta.url));
  if (pipeline === undefined) return undefined;
  const hash = createHash('sha256').update(JSON.stringify([pipeline, locale, [...glossary]]));
  for (const article of articles) {
    const formulas = article.sections.map((section) => section.formulas);
    hash.update(JSON.stringify([articleRecord(article), facetsOf(article), formulas]));
  }
  return `${pipeline}.${hash.digest('base64url')}`;
}

/** The part of such a name that says how an index is made, whatever it is made from. */
export const pipelineOf = (name: string): string => name.split('.', 1)[0] ?? '';
