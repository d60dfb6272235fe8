import type { Finding } from '../diagnostics/diagnostic.ts';
import { translateAdmonitions } from './dialect-admonitions.ts';
import { translateAttributeLists } from './dialect-attribute-lists.ts';
import { dropComments, translateHtmlComments } from './dialect-comments.ts';
import { translateContainers } from './dialect-containers.ts';
import { type SourceLine, sourceLines } from './dialect-lines.ts';
import { translateLiquidOutput } from './dialect-liquid-output.ts';
import type { DialectContext } from './dialect-meaning.ts';
import { translateRolesAndLabels } from './dialect-roles.ts';
import { translateTags } from './dialect-tags.ts';

/** A source in our own syntax. */
export interface TranslatedSource {
  readonly text: string;
  /** Its lines, with their places in the author's file; empty where nothing was translated. */
  readonly lines: readonly SourceLine[];
}

/**
 * Translates what other generators read into our own syntax, before it is parsed: tags of Hexo and
 * Jekyll, shortcodes of Hugo, admonitions of MkDocs, attribute lists of kramdown, roles of “Dive into
 * Deep Learning”, comments of Obsidian. Code is left alone. What has no equal is reported.
 *
 * Takes time in proportion to the length of the source, and never throws.
 *
 * @param placed lines of the source with their places in the author's file, where these are others.
 */
export function translateDialects(
  source: string,
  context: DialectContext,
  report: (finding: Finding) => void,
  placed: readonly SourceLine[] = [],
): TranslatedSource {
  const original = placed.length > 0 ? placed : sourceLines(source);
  let lines = translateTags(original, context, report);
  lines = translateLiquidOutput(lines, report);
  lines = translateAdmonitions(lines, context);
  lines = translateContainers(lines, context, report);
  lines = translateRolesAndLabels(lines);
  lines = translateAttributeLists(lines, report);
  lines = dropComments(lines);
  if (context.isMdx) lines = translateHtmlComments(lines);
  const isSame =
    lines.length === original.length && lines.every((line, index) => line.text === original[index]?.text);
  return isSame ? { text: source, lines: placed } : { text: lines.map(({ text }) => text).join('\n'), lines };
}
