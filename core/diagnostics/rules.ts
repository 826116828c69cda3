import type { Severity } from './severity';

/**
 * Every rule with its default severity (the config key `frontMatter.rules` changes it). Ids are stable:
 * they stand in users' configs and in stored diagnostics.
 */
export const DEFAULT_SEVERITIES = {
  'encoding/not-utf8': 'error',
  'encoding/nul-character': 'error',
  'file/too-large': 'error',
  'file/unreadable': 'error',
  'file-name/no-date': 'error',
  'front-matter/missing': 'warning',
  'front-matter/not-at-start': 'warning',
  'front-matter/too-large': 'error',
  'yaml/syntax': 'error',
  'yaml/not-a-map': 'error',
  'yaml/too-deep': 'error',
  'yaml/too-many-aliases': 'error',
  'yaml/circular-alias': 'error',
  'yaml/duplicate-key': 'warning',
  'yaml/content-after-end': 'warning',
  'value/cut-by-comment': 'warning',
  'title/empty': 'error',
  'slug/not-text': 'error',
  'date/invalid': 'error',
  'date/no-time-zone': 'warning',
  'categories/not-a-name': 'error',
  'categories/split-on-space': 'warning',
  'categories/comma': 'warning',
  'permalink/invalid': 'error',
  'share-link/empty': 'warning',
  'liquid/unresolved': 'warning',
  'unknown-key': 'warning',
  schema: 'error',
  'site-config/invalid': 'warning',
  'site-url/missing': 'warning',
  'url/taken': 'error',
  'write/refused': 'error',
} as const satisfies Record<string, Severity>;

/** The id of a rule, `group/name`, as printed, stored and used in the config. */
export type RuleId = keyof typeof DEFAULT_SEVERITIES;

/** What the config key `frontMatter.rules` holds: another severity for a rule, or `off`. */
export type RuleSeverities = Partial<Record<RuleId, Severity | 'off'>>;
