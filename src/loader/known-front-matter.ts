import type { DiskCache } from '../renditions/disk-cache.ts';
import { fingerprintOf } from '../renditions/fingerprint.ts';
import { hashOf } from './article-trace.ts';
import { type ParsedFrontMatter, parseFrontMatter, type SplitSource } from './front-matter.ts';

/** How front matter becomes values, see {@link parseFrontMatter}. */
export type ParseFrontMatter = (
  split: Omit<SplitSource, 'body'>,
  report: Parameters<typeof parseFrontMatter>[1],
) => ParsedFrontMatter;

/** Reads front matter that has not been read before. */
export const parseAnew: ParseFrontMatter = ({ yaml, ...rest }, report) =>
  parseFrontMatter(yaml, report, rest);

/** A date as JSON has it. */
const dateOf = (date: Date | undefined): Date | undefined => date && new Date(date);

/**
 * Reads front matter, or finds what an earlier run has made of the same text. Only where nothing was wrong with
 * it: what is reported needs its places.
 *
 * @param disk without one, all is read.
 */
export function knownFrontMatter(disk: DiskCache | undefined): ParseFrontMatter {
  const fingerprint = disk && fingerprintOf(new URL('./front-matter.ts', import.meta.url));
  if (!disk || fingerprint === undefined) return parseAnew;
  return (split, report) => {
    const { yaml, toml, isBare } = split;
    const key = `y${hashOf([fingerprint, yaml, toml, isBare])}`;
    const known = disk.get(key);
    if (known !== undefined) {
      const { date, updated, ...rest } = JSON.parse(known) as ParsedFrontMatter;
      const dates = { date: dateOf(date), updated: dateOf(updated) };
      return {
        ...rest,
        ...(dates.date && { date: dates.date }),
        ...(dates.updated && { updated: dates.updated }),
      };
    }
    const findings: Parameters<typeof report>[0][] = [];
    const made = parseAnew(split, (finding) => findings.push(finding));
    findings.forEach(report);
    if (findings.length === 0) disk.set(key, JSON.stringify(made));
    return made;
  };
}
