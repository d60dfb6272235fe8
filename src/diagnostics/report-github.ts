import { compareDiagnostics, type Diagnostic } from './diagnostic.ts';

/** Escapes of GitHub's workflow commands: for the message, and for a property besides. */
const escapeMessage = (text: string): string =>
  text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
const escapeProperty = (text: string): string =>
  escapeMessage(text).replaceAll(':', '%3A').replaceAll(',', '%2C');

/**
 * All diagnostics as workflow commands, which GitHub shows beside the lines of a pull request.
 *
 * `::error file=content/posts/lora/zh.md,line=42,col=5,endColumn=9,title=math/undefined-command::…`
 */
export const formatGithub = (diagnostics: readonly Diagnostic[]): string =>
  diagnostics
    .toSorted(compareDiagnostics)
    .map(({ severity, file, line, column, length, rule, message, hint }) => {
      const place = `line=${String(line)},col=${String(column)},endColumn=${String(column + length)}`;
      const text = hint === undefined ? message : `${message}\nhint: ${hint}`;
      const command = severity === 'error' ? 'error' : 'warning';
      return `::${command} file=${escapeProperty(file)},${place},title=${escapeProperty(rule)}::${escapeMessage(text)}\n`;
    })
    .join('');
