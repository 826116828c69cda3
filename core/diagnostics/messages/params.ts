import type { RuleId } from '../rules';

/**
 * The names that each rule's message may use. Values are plain text or numbers, shown as they are (long ones are clipped):
 * `found` is the text as it stands in the file, or the file name.
 *
 * - `encoding/not-utf8`: `offset` of the first invalid byte
 * - `file/unreadable`: `reason` is an id of `core/messages/texts/files.ts`, whose text names the others, or a text in English
 * - `yaml/syntax`: `problem`, a `SyntaxProblem`; `key` and `found` where the problem has them; `detail` in English
 * - `date/no-time-zone`: `jekyll` and `wallClock` are the two readings, `timezone` the site's zone
 * - `categories/split-on-space`: `parts`, the terms that Jekyll makes of it, already joined for reading
 * - `site-config/invalid`: `expected`, what may stand there
 * - `write/refused`: `reason`, a `WriteRefusal`
 */
export const RULE_PARAMS = {
  'encoding/not-utf8': ['offset'],
  'encoding/nul-character': [],
  'file/too-large': ['size', 'limit'],
  'file/unreadable': ['reason', 'cause', 'method', 'times', 'limit'],
  'file-name/no-date': ['found'],
  'front-matter/missing': [],
  'front-matter/not-at-start': [],
  'front-matter/too-large': ['length', 'limit'],
  'yaml/syntax': ['problem', 'key', 'found', 'detail'],
  'yaml/not-a-map': ['found'],
  'yaml/too-deep': ['limit'],
  'yaml/too-many-aliases': ['limit'],
  'yaml/circular-alias': ['name'],
  'yaml/duplicate-key': ['key'],
  'yaml/content-after-end': ['found'],
  'value/cut-by-comment': ['key', 'kept', 'lost'],
  'title/empty': [],
  'slug/not-text': ['found'],
  'date/invalid': ['found'],
  'date/no-time-zone': ['found', 'jekyll', 'wallClock', 'timezone'],
  'categories/not-a-name': ['found'],
  'categories/split-on-space': ['found', 'parts'],
  'categories/comma': ['found'],
  'permalink/invalid': ['found'],
  'share-link/empty': [],
  'liquid/unresolved': ['found'],
  'unknown-key': ['key'],
  schema: ['problem'],
  'site-config/invalid': ['key', 'found', 'expected'],
  'site-url/missing': [],
  'url/taken': ['url', 'takenBy'],
  'write/refused': ['key', 'reason'],
} as const satisfies Record<RuleId, readonly string[]>;

/** What exactly is wrong in a `yaml/syntax` diagnostic. */
export type SyntaxProblem =
  | 'inner-quotes'
  | 'unclosed-quote'
  | 'text-after-quote'
  | 'quoted-list'
  | 'text-after-bracket'
  | 'colon-in-value'
  | 'reserved-start'
  | 'bad-escape'
  | 'control-character'
  | 'tab-indent'
  | 'bad-indent'
  | 'missing-colon'
  | 'unclosed-bracket'
  | 'list-in-line'
  | 'bad-merge'
  | 'other';

/** Why the writer leaves a text alone. */
export type WriteRefusal =
  | 'unreadable'
  | 'anchored'
  | 'alias'
  | 'merged'
  | 'flow-root'
  | 'explicit-key'
  | 'not-writable'
  | 'given-elsewhere'
  | 'mismatch';
