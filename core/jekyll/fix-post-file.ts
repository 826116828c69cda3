import { applyEdits } from '../diagnostics/apply-edits';
import type { Diagnostic, Fix } from '../diagnostics/diagnostic';
import { printedPosition } from '../diagnostics/print';
import { isEql, joinFrame, readHeader } from '../front-matter';
import type { Value } from '../front-matter/value';
import type { Settings } from '../settings';
import { readJekyllPost } from './jekyll-post';
import { readPostFile, type PostFile } from './read-post-file';

/** A problem that was fixed, at its place (1-based, the column in code points) in the file as it was just before. */
export type FixedDiagnostic = Diagnostic & { fix: Fix; line: number; column: number };

/** A file after its safe fixes. */
export interface FixedPostFile {
  bytes: Uint8Array;
  /** How the file reads now. */
  file: PostFile;
  /** What was fixed, in the order of the text; empty where `bytes` are those that were given. */
  fixed: FixedDiagnostic[];
}

type Post = Extract<PostFile, { status: 'post' }>;
type Fixable = Diagnostic & { fix: Fix };

/** More fixes than a file needs: an end that does not rest on each fix being right. */
const MOST_FIXES = 100;

const encoder = new TextEncoder();

/**
 * Makes the safe fixes of a post's file, one after the other, until none is left. After each the file is read again, and
 * the fix is taken back unless its problem is gone, all other keys and the body are what they were, and Jekyll still builds
 * the site. All other bytes stay.
 *
 * @param file how the file reads, where the caller has it
 */
export function fixPostFile(
  { path, bytes }: { path: string; bytes: Uint8Array },
  settings: Settings,
  file: PostFile = readPostFile({ path, bytes }, settings),
): FixedPostFile {
  const fixed: FixedDiagnostic[] = [];
  let refused = new Set<Diagnostic>();
  let current = { bytes, file };
  while (current.file.status === 'post' && fixed.length < MOST_FIXES) {
    // From the end, so that places before it stay what they are.
    const next = current.file.diagnostics
      .filter(hasSafeFix)
      .findLast((diagnostic) => !refused.has(diagnostic));
    if (!next) break;
    const tried = fixOne(current.file, next, settings);
    if (tried) {
      fixed.push({ ...next, ...printedPosition(next, joinFrame(current.file.frame)) });
      current = tried;
      refused = new Set();
    } else {
      refused.add(next);
    }
  }
  return { ...current, fixed: fixed.sort((a, b) => a.line - b.line || a.column - b.column) };
}

function hasSafeFix(diagnostic: Diagnostic): diagnostic is Fixable {
  return diagnostic.fix?.safe ?? false;
}

function fixOne(
  before: Post,
  diagnostic: Fixable,
  settings: Settings,
): { bytes: Uint8Array; file: PostFile } | null {
  const text = applyEdits(joinFrame(before.frame), diagnostic.fix.edits);
  if (text === null) return null;
  const bytes = encoder.encode(`${before.bom ? '\uFEFF' : ''}${text}`);
  const file = readPostFile({ path: before.path, bytes }, settings);
  return file.status === 'post' && isKept(before, file, diagnostic, settings) ? { bytes, file } : null;
}

function isKept(before: Post, after: Post, diagnostic: Fixable, settings: Settings): boolean {
  const timesIn = ({ diagnostics }: Post): number =>
    diagnostics.filter(({ ruleId }) => ruleId === diagnostic.ruleId).length;
  return (
    timesIn(after) < timesIn(before) &&
    keepsFrame(before, after) &&
    keepsOtherKeys(before, after, diagnostic) &&
    (fatalOf(before, settings) !== null || fatalOf(after, settings) === null)
  );
}

/** Whether the fences and the body stay; of a file without front matter only its beginning may go. */
function keepsFrame({ frame }: Post, after: Post): boolean {
  if (!frame.hasHeader) return after.frame.hasHeader && joinFrame(frame).endsWith(joinFrame(after.frame));
  const { open, close, body } = after.frame;
  return open === frame.open && close === frame.close && body === frame.body;
}

/** A text that could not be read has no keys; then it has to read now, and the fix has seen to its keys. */
function keepsOtherKeys(before: Post, after: Post, { ruleId, path }: Fixable): boolean {
  if (!before.frame.hasHeader) return true;
  const old = readHeader(before.frame.yaml);
  const now = readHeader(after.frame.yaml);
  if (!old.ok || !now.ok) return now.ok;
  // A pair that is removed says nothing: its key keeps its value too.
  const changed = ruleId === 'yaml/duplicate-key' ? undefined : path?.[0];
  const without = (map: ReadonlyMap<Value, Value>) => new Map([...map].filter(([key]) => key !== changed));
  return isEql(without(old.map), without(now.map));
}

/** What would stop the build of the whole site. */
function fatalOf({ path, frame }: Post, settings: Settings): string | null {
  const yaml = frame.hasHeader ? frame.yaml : null;
  return readJekyllPost({ path, yaml, body: frame.body }, settings).fatal;
}
