export type { Diagnostic, Fix, MessageParams, Position, Range, Severity, TextEdit } from './diagnostic';
export { DEFAULT_SEVERITIES, type RuleId, type RuleSeverities } from './rules';
export { createDiagnostic, type DiagnosticInput } from './create';
export { applySeverities } from './severities';
export { createLineIndex, type LineIndex } from './line-index';
export { formatDiagnostic, printedPosition } from './print';
export { RULE_PARAMS, type SyntaxProblem, type WriteRefusal } from './messages/params';
export { translateMessage, type MessageLanguage } from './messages/translate-message';
