/** Colours, cursor moves and titles of a terminal. */
// eslint-disable-next-line no-control-regex -- they begin with the control sign ESC
const sequences = /\u001B(?:\[[0-?]*[ -/]*[@-~]|\][^\u0007\u001B]*(?:\u0007|\u001B\\)?|[ -/]*[0-~])/gu;

/** What is left of a line after signs that go back in it: a progress bar prints itself again and again. */
function overwritten(line: string): string {
  const parts = line.replace(/\r+$/u, '').split('\r');
  let shown = parts[0] ?? '';
  for (const part of parts.slice(1)) shown = part + shown.slice(part.length);
  // eslint-disable-next-line no-control-regex -- backspace, with the sign that it takes back
  while (/[^\u0008]\u0008/u.test(shown)) shown = shown.replaceAll(/[^\u0008]\u0008/gu, '');
  return shown;
}

/**
 * Text as a terminal would leave it, without colours.
 *
 * `\u001B[31mValueError\u001B[0m` → `ValueError` · `10%\r 100%` → ` 100%`
 */
export const plainOutput = (text: string): string =>
  text
    .replaceAll(sequences, '')
    .split('\n')
    .map(overwritten)
    .join('\n')
    // eslint-disable-next-line no-control-regex -- no page shows them
    .replaceAll(/[\u0000-\u0008\u000B\u000C\u000E-\u001F]/gu, '');
