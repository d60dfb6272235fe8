import { compareDiagnostics, type Diagnostic } from './diagnostic.ts';

/** All diagnostics as JSON: an array of objects with the fields of {@link Diagnostic}, sorted by place. */
export const formatJson = (diagnostics: readonly Diagnostic[]): string =>
  `${JSON.stringify(diagnostics.toSorted(compareDiagnostics), null, 2)}\n`;
