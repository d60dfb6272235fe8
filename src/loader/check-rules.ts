import { catalogue, isRule } from '../diagnostics/catalogue.ts';
import type { Finding, RuleSettings } from '../diagnostics/diagnostic.ts';
import { nearest } from '../diagnostics/nearest.ts';

/** Reports rules of the settings that do not exist. */
export function checkRules(rules: RuleSettings, report: (finding: Finding) => void): void {
  for (const name of Object.keys(rules)) {
    if (isRule(name)) continue;
    const message = `There is no diagnostic rule \`${name}\`.`;
    const meant = nearest(name, Object.keys(catalogue));
    const hint = meant === undefined ? undefined : `did you mean \`${meant}\`?`;
    report({ rule: 'settings/unknown-rule', message, hint });
  }
}
