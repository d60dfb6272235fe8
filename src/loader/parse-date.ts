const time =
  '(?<hour>\\d{1,2})[:：时](?<minute>\\d{2})分?(?:[:：]?(?<second>\\d{2})(?:\\.\\d+)?秒?)?\\s*(?:GMT|UTC)?(?<zone>Z|[+-]\\d{2}:?\\d{2})?(?:\\s*\\([^()]*\\))?';
const weekday = '(?:(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*\\.?,?\\s+)?';
const monthName = '(?<name>[a-z]{3,9})\\.?';

/** Forms that leave no doubt which number is the month. */
const forms = [
  `(?<year>\\d{4})[-/.](?<month>\\d{1,2})[-/.](?<day>\\d{1,2})(?:(?:[T ]|\\s+)${time})?`,
  `(?<year>\\d{4})\\s*年\\s*(?<month>\\d{1,2})\\s*月\\s*(?<day>\\d{1,2})\\s*日?(?:\\s*${time})?`,
  `${weekday}(?<day>\\d{1,2})(?:st|nd|rd|th)?[\\s-]+${monthName},?[\\s-]+(?<year>\\d{4})(?:,?\\s+${time})?`,
  `${weekday}${monthName}\\s+(?<day>\\d{1,2})(?:st|nd|rd|th)?,?\\s+(?<year>\\d{4})(?:,?\\s+${time})?`,
].map((form) => new RegExp(`^${form}$`, 'iu'));

const months = 'january february march april may june july august september october november december'.split(
  ' ',
);

/** `Jan`, `Sept` and `January` as a number from 1; 0 for another word. */
const monthOf = (name: string): number =>
  months.findIndex((month) => month.startsWith(name.toLowerCase().replace(/^sept$/u, 'sep'))) + 1;

/** Minutes east of Greenwich of `Z`, `+08:00` or `+0800`. */
function offsetOf(zone: string | undefined): number {
  if (zone === undefined || zone.toUpperCase() === 'Z') return 0;
  const digits = zone.slice(1).replace(':', '');
  const minutes = Number(digits.slice(0, 2)) * 60 + Number(digits.slice(2));
  return zone.startsWith('-') ? -minutes : minutes;
}

/**
 * Reads a date or date-time; without a zone it is UTC.
 *
 * `2026-11-20`, `2026-11-20 08:30:00 +0800`, `2026年11月20日`, `Fri, 20 Nov 2026 08:30:00 GMT`,
 * `Nov 20, 2026`
 *
 * Returns nothing for another form and for a day that the calendar does not have: JavaScript's own
 * parser makes 2 March of 30 February.
 */
export function parseDate(text: string): Date | undefined {
  const written = text.trim();
  const groups = forms.map((form) => form.exec(written)?.groups).find((found) => found !== undefined);
  if (!groups) return undefined;
  const month = groups.name === undefined ? Number(groups.month) : monthOf(groups.name);
  const [year, day] = [Number(groups.year), Number(groups.day)];
  const hour = Number(groups.hour ?? 0);
  const minute = Number(groups.minute ?? 0);
  const second = Number(groups.second ?? 0);
  if (month < 1 || hour > 23 || minute > 59 || second > 59) return undefined;
  const local = new Date(Date.UTC(year, month - 1, day, hour, minute, second));
  if (local.getUTCMonth() !== month - 1 || local.getUTCDate() !== day) return undefined;
  return new Date(local.getTime() - offsetOf(groups.zone) * 60_000);
}
