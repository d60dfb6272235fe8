import path from 'node:path';
import { parseDate } from './parse-date.ts';

/**
 * Takes the date off a file name as Jekyll and others write it.
 *
 * `2020-01-02-lora` → 2 January 2020 and `lora` · `2020-01-02` → the date and the name as it is ·
 * `lora` → no date and `lora`
 */
export function datedName(name: string): { readonly date?: Date; readonly rest: string } {
  const groups = /^(?<day>\d{4}-\d{1,2}-\d{1,2})(?:[-_ ]+(?<rest>.+))?$/u.exec(name)?.groups;
  const date = groups?.day === undefined ? undefined : parseDate(groups.day);
  return date ? { date, rest: groups?.rest ?? name } : { rest: name };
}

/** The date in the name of a file, or of the folder that holds it. */
export function dateInPath(file: string): Date | undefined {
  const { name, dir } = path.parse(file);
  return datedName(name).date ?? datedName(path.basename(dir)).date;
}
