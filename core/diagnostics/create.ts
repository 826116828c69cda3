import type { Diagnostic, Fix, MessageParams, Range } from './diagnostic';
import { translateMessage } from './messages/translate-message';
import { DEFAULT_SEVERITIES, type RuleId } from './rules';

/** What a finding says beyond its rule. `params` holds the names that `RULE_PARAMS` lists for the rule. */
export interface DiagnosticInput {
  ruleId: RuleId;
  range: Range;
  params?: MessageParams;
  path?: string[];
  fix?: Fix;
}

/** Makes a diagnostic with the rule's default severity and the English message. */
export function createDiagnostic({ ruleId, range, params = {}, path, fix }: DiagnosticInput): Diagnostic {
  return {
    ruleId,
    severity: DEFAULT_SEVERITIES[ruleId],
    message: translateMessage({ ruleId, params }, 'en'),
    params,
    range,
    ...(path && { path }),
    ...(fix && { fix }),
  };
}
