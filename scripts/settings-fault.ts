/** Where in the settings Node.js stopped: at the head of a trace with the line below, or in its first frame. */
const stops = [
  /^\S*\/src\/site\.config\.ts:(?<line>\d+)\n(?:.*\n)*?(?<blank> *)\^+\n/u,
  /^[^\n]*\n {4}at (?:[^\n]*\()?file:\/\/[^\s)]*\/src\/site\.config\.ts:(?<line>\d+):(?<column>\d+)/u,
];

/**
 * What an author can put right of an error while the settings were read, in lines with places; nothing for
 * any other error.
 *
 * A comma too many → `src/site.config.ts:5:20: Unexpected token `,`. …`
 */
export function settingsFault(error: unknown): string | undefined {
  if (!(error instanceof Error)) return undefined;
  if (error.name === 'SettingsError') return error.message;
  for (const stop of stops) {
    const { line, column, blank = '' } = stop.exec(error.stack ?? '')?.groups ?? {};
    if (line === undefined) continue;
    return `src/site.config.ts:${line}:${column ?? String(blank.length + 1)}: ${error.message}`;
  }
  return undefined;
}
