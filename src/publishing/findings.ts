/** Something that a host does otherwise than the build meant it. */
export interface HostFinding {
  /** Where: a path, or what was asked for. */
  readonly at: string;
  readonly message: string;
  /** What to do about it. */
  readonly hint: string;
}

/** One line for each finding; the same of several addresses is said once, with the first of them. */
export function findingLines(findings: readonly HostFinding[]): string[] {
  const alike = Map.groupBy(findings, ({ message, hint }) => `${message}\n${hint}`);
  return [...alike.values()].map((same) => {
    const [first] = same.toSorted((a, b) => (a.at < b.at ? -1 : 1));
    const { at = '', message = '', hint = '' } = first ?? {};
    const more = same.length > 1 ? ` and ${String(same.length - 1)} more` : '';
    return `${at}${more}: ${message}. Hint: ${hint}.`;
  });
}
