import { catalogue, type RuleId, type Severity } from './catalogue.ts';

/** One finding about content, at a place in the author's own file. */
export interface Diagnostic {
  readonly rule: RuleId;
  readonly severity: Severity;
  /** Path as the author knows it: relative to the working directory where it can be. */
  readonly file: string;
  /** 1-based line in the original file, front matter included. */
  readonly line: number;
  /** 1-based column, in UTF-16 code units. */
  readonly column: number;
  /** How many code units the caret underlines; at least 1. */
  readonly length: number;
  readonly message: string;
  readonly hint?: string;
}

/** What a check says; the severity comes from the catalogue and the site's settings. */
export interface Finding {
  readonly rule: RuleId;
  readonly message: string;
  readonly hint?: string | undefined;
  readonly line?: number | undefined;
  readonly column?: number | undefined;
  readonly length?: number | undefined;
}

/** Severity by rule, as the site configuration sets it. */
export type RuleSettings = Readonly<Record<string, 'error' | 'warn' | 'off'>>;

/** Severity of a rule: as the site has it, else as the catalogue has it. */
export const severityOf = (rule: RuleId, rules: RuleSettings): Severity | 'off' =>
  rules[rule] ?? catalogue[rule].severity;

/** What is wrong with the whole, so that there is nothing to be built. */
const fatal: ReadonlySet<RuleId> = new Set(['settings/unknown-rule', 'content/none']);

/**
 * Turns a finding into a diagnostic, or into nothing where the site has switched the rule off.
 *
 * @param lenient whether errors are warnings, as long as there is something to be built.
 */
export function diagnose(
  file: string,
  finding: Finding,
  rules: RuleSettings = {},
  lenient = false,
): Diagnostic | undefined {
  const set = severityOf(finding.rule, rules);
  if (set === 'off') return undefined;
  const severity = lenient && !fatal.has(finding.rule) ? 'warn' : set;
  return {
    rule: finding.rule,
    severity,
    file,
    line: finding.line ?? 1,
    column: finding.column ?? 1,
    length: Math.max(1, finding.length ?? 1),
    message: finding.message,
    ...(finding.hint === undefined ? {} : { hint: finding.hint }),
  };
}

/** Order of the report: by file, then by place, then by rule. */
export function compareDiagnostics(a: Diagnostic, b: Diagnostic): number {
  if (a.file !== b.file) return a.file < b.file ? -1 : 1;
  return a.line - b.line || a.column - b.column || (a.rule < b.rule ? -1 : 1);
}
