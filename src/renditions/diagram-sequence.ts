/** What the drawing library takes for a letter of a name, and {@link restoreLabels} for a blank. */
const joint = '\uE020';

const joined = (name: string): string => name.trim().replace(/\s+/gu, joint);

const participant = /^(?<kind>participant|actor)\s+(?<name>.+?)(?<label>\s+as\s+.+)?$/u;
const note = /^(?<place>Note\s+(?:left of|right of|over))\s+(?<names>[^:]+):(?<words>.+)$/iu;
const block = /^(?:loop|alt|else|opt|par|and|critical|option|break|rect|box|end)\b/u;
const message =
  /^(?<from>[^:]+?)\s*(?<arrow>--?>?>|--?[)x])\s*(?<sign>[+-]?)\s*(?<to>[^:]+?)\s*:\s*(?<words>.+)$/u;

/**
 * A statement of a sequence diagram with each name as one word: Mermaid allows blanks in them, the drawing
 * library does not.
 *
 * `lock server ->> + client: grant` → `lock□server->>+client: grant`
 */
export function joinNames(text: string): string {
  const named = participant.exec(text)?.groups;
  if (named) return `${named.kind ?? ''} ${joined(named.name ?? '')}${named.label ?? ''}`;
  const noted = note.exec(text)?.groups;
  if (noted) {
    const names = (noted.names ?? '').split(',').map(joined).join(',');
    return `${noted.place ?? ''} ${names}:${noted.words ?? ''}`;
  }
  const sent = block.test(text) ? undefined : message.exec(text)?.groups;
  if (!sent) return text;
  const { from = '', arrow = '', sign = '', to = '', words = '' } = sent;
  return `${joined(from)}${arrow}${sign}${joined(to)}: ${words}`;
}
