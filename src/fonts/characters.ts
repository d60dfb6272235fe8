/** The distinct characters of texts, as one text. Marks each code unit of a table: texts are long, characters few. */
export function charactersOf(texts: Iterable<string>): string {
  const seen = new Uint8Array(0x10000);
  const pairs = new Set<string>();
  for (const text of texts) {
    for (let place = 0; place < text.length; place += 1) {
      const unit = text.charCodeAt(place);
      if (unit < 0xd800 || unit > 0xdfff) seen[unit] = 1;
      else if (unit < 0xdc00) pairs.add(text.slice(place, place + 2));
    }
  }
  let characters = '';
  for (const [unit, isSeen] of seen.entries()) if (isSeen) characters += String.fromCharCode(unit);
  return characters + [...pairs].toSorted().join('');
}
