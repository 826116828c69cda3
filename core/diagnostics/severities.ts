import type { Diagnostic } from './diagnostic';
import type { RuleSeverities } from './rules';

/** Gives each diagnostic the severity that the config names for its rule, and drops those of rules that are `off`. */
export function applySeverities<Kind extends Diagnostic>(
  diagnostics: Kind[],
  severities: RuleSeverities,
): Kind[] {
  return diagnostics.flatMap((diagnostic) => {
    const severity = severities[diagnostic.ruleId] ?? diagnostic.severity;
    return severity === 'off' ? [] : [{ ...diagnostic, severity }];
  });
}
