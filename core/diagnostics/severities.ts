import type { Diagnostic } from './diagnostic';
import type { RuleSeverities } from './rules';

/** Gives each diagnostic the severity that the config names for its rule, and drops those of rules that are `off`. */
export function applySeverities(diagnostics: Diagnostic[], severities: RuleSeverities): Diagnostic[] {
  return diagnostics.flatMap((diagnostic) => {
    const severity = severities[diagnostic.ruleId] ?? diagnostic.severity;
    return severity === 'off' ? [] : [{ ...diagnostic, severity }];
  });
}
