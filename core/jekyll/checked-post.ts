import { createDiagnostic, type DiagnosticInput } from '../diagnostics/create';
import { createFix } from '../diagnostics/create-fix';
import type { Diagnostic, Fix, Range } from '../diagnostics/diagnostic';
import { toRubyString, type Header, type HeaderEntry } from '../front-matter';
import type { Value } from '../front-matter/value';
import type { PostFields } from '../post';
import type { Settings } from '../settings';

/** What the rules for single keys look at. */
export interface CheckedPost {
  yaml: string;
  /** Null for a post without front matter. */
  header: Header | null;
  fields: PostFields;
  filePath: string | null;
  settings: Settings;
  /** The range of a value; of the end of the text where the key is missing. */
  rangeOf(key: string): Range;
}

/** A rule for a key. */
export type Check = (post: CheckedPost) => Diagnostic[];

/** A value of the post's own front matter. */
export function ownValue({ header }: CheckedPost, key: string): Value | undefined {
  return header?.map.get(key);
}

/** A value as it stands in the text; of a duplicated key the last. */
export function writtenValue({ header, yaml }: CheckedPost, key: string): string {
  const entry = header?.entries.findLast((candidate) => candidate.key === key);
  if (entry) return yaml.slice(entry.valueRange.start, entry.valueRange.end);
  return toRubyString(header?.map.get(key) ?? null);
}

/** The finding of a rule, at the value of a key. */
export function reportKey(
  post: CheckedPost,
  key: string,
  input: Omit<DiagnosticInput, 'range' | 'path'>,
): Diagnostic[] {
  return [createDiagnostic({ ...input, range: post.rangeOf(key), path: [key] })];
}

/**
 * The pair of a key whose value can be written anew where it stands: in one line, no alias, without tag or anchor, and
 * not overridden by a `<<` behind it.
 */
export function rewritableEntry({ header, yaml }: CheckedPost, key: string): HeaderEntry | null {
  const entry = header?.entries.findLast((candidate) => candidate.key === key);
  if (!entry || header?.map.get(key) !== entry.value) return null;
  const { value } = entry.pair;
  const isInOneLine = !/[\r\n]/.test(yaml.slice(value.start, value.end));
  return value.kind === 'scalar' && value.propsStart === value.start && isInOneLine ? entry : null;
}

/** Puts a value that is no text in quotes. Whether `true` or `no` is meant as a name is for an editor to say. */
export function quoteFix(post: CheckedPost, key: string): Fix | undefined {
  const entry = rewritableEntry(post, key);
  const text = writtenValue(post, key);
  if (!entry || !/^[\w.+:-]+$/.test(text)) return undefined;
  return createFix({
    kind: 'quote-value',
    safe: typeof entry.value !== 'boolean',
    edits: [{ range: post.rangeOf(key), newText: `"${text}"` }],
  });
}
