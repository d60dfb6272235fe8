/** Marks of code units that {@link charactersOf} has met; all clear between two calls. */
const marks = new Uint8Array(0x10000);

/** The distinct characters of texts, as one text. Marks each code unit of a table: texts are long, characters few. */
export function charactersOf(texts: Iterable<string>): string {
  const units: number[] = [];
  const pairs = new Set<string>();
  for (const text of texts) {
    for (let place = 0; place < text.length; place += 1) {
      const unit = text.charCodeAt(place);
      if (unit < 0xd800 || unit > 0xdfff) {
        if (marks[unit] === 1) continue;
        marks[unit] = 1;
        units.push(unit);
      } else if (unit < 0xdc00) pairs.add(text.slice(place, place + 2));
    }
  }
  for (const unit of units) marks[unit] = 0;
  const characters = units.toSorted((a, b) => a - b).map((unit) => String.fromCharCode(unit));
  return [...characters, ...[...pairs].toSorted()].join('');
}
