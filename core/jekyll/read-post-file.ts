import { createDiagnostic } from '../diagnostics/create';
import { createFix } from '../diagnostics/create-fix';
import type { Diagnostic, Fix, Range } from '../diagnostics/diagnostic';
import { createLineIndex, type LineIndex } from '../diagnostics/line-index';
import { applySeverities } from '../diagnostics/severities';
import { sortByPosition } from '../diagnostics/sort';
import { decodeUtf8, readHeader, shiftDiagnostics, splitFrame, type Frame } from '../front-matter';
import type { PostReading } from '../post';
import type { Settings } from '../settings';
import { checkBody } from './body-checks';
import { baseNameOf, parsePostPath, type IgnoredReason } from './post-path';
import { postUrl } from './post-url';
import { readPost } from './read-post';

/** A file as an import or `validate` finds it; ranges of its diagnostics are those of the whole file. */
export type PostFile =
  | {
      status: 'post';
      path: string;
      /** What its name says, as `slug` of `PostPath`. */
      nameSlug: string;
      frame: Frame;
      bom: boolean;
      reading: PostReading;
      /** As in `PostUrl`. */
      url: string;
      /** Jekyll would show it, apart from a date ahead: published and no draft. */
      visible: boolean;
      diagnostics: Diagnostic[];
    }
  /** Jekyll leaves it out without a word. A name that keeps a post out is diagnosed, and then its text too. */
  | { status: 'ignored'; path: string; reason: IgnoredReason; diagnostics: Diagnostic[] }
  /** It cannot be stored. */
  | { status: 'rejected'; path: string; diagnostics: Diagnostic[] };

const START: Range = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };
/** A fence that would begin the front matter if nothing stood before it; marks of no width count as blanks. */
const LATE_FENCE = /^[\s\u200b\ufeff]+(?=---[ \t]*\r?\n)/;
/** Names that look like posts gone wrong, in a folder of posts. */
const REPORTED_REASONS: IgnoredReason[] = ['no-date', 'no-extension'];

/**
 * Reads one file of a site. Its path decides whether it is a post; its bytes must be UTF-8 and within the limits.
 */
export function readPostFile(input: { path: string; bytes: Uint8Array }, settings: Settings): PostFile {
  const file = readFile(input, settings);
  const diagnostics = file.diagnostics.map((diagnostic) => ({ ...diagnostic, file: input.path }));
  return { ...file, diagnostics: sortByPosition(applySeverities(diagnostics, settings.frontMatter.rules)) };
}

function readFile({ path, bytes }: { path: string; bytes: Uint8Array }, settings: Settings): PostFile {
  const place = parsePostPath(path, settings.siteFiles);
  if (place.kind === 'ignored' && !REPORTED_REASONS.includes(place.reason)) {
    return { status: 'ignored', path, reason: place.reason, diagnostics: [] };
  }
  // Jekyll does not look into a file that its name keeps out, such as a picture beside the posts.
  const unstorable = (diagnostic: Diagnostic): PostFile =>
    place.kind === 'ignored'
      ? { status: 'ignored', path, reason: place.reason, diagnostics: [misnamed(path)] }
      : { status: 'rejected', path, diagnostics: [diagnostic] };
  const { fileBytes } = settings.limits;
  if (bytes.length > fileBytes) {
    const params = { size: bytes.length, limit: fileBytes };
    return unstorable(createDiagnostic({ ruleId: 'file/too-large', range: START, params }));
  }
  const decoded = decodeUtf8(bytes);
  if (!decoded.ok) return unstorable(notUtf8(bytes, decoded.offset));

  const { text, bom } = decoded;
  const nul = text.indexOf('\0');
  if (nul >= 0) {
    const range = createLineIndex(text).rangeOf(nul, nul + 1);
    return unstorable(createDiagnostic({ ruleId: 'encoding/nul-character', range }));
  }
  const frame = splitFrame(text);
  const reading = readPost({ yaml: frame.hasHeader ? frame.yaml : null, filePath: path }, settings);
  const diagnostics = [
    ...(frame.hasHeader ? [] : [missingHeader(text)]),
    ...shiftDiagnostics(reading.diagnostics, frame, text),
    ...bodyDiagnostics(text, frame, settings),
  ];
  if (place.kind === 'ignored') {
    return { status: 'ignored', path, reason: place.reason, diagnostics: [misnamed(path), ...diagnostics] };
  }
  const { url } = postUrl(reading.fields, path, settings);
  const visible = !reading.unpublished && !reading.draft;
  return { status: 'post', path, nameSlug: place.slug, frame, bom, reading, url, visible, diagnostics };
}

function misnamed(path: string): Diagnostic {
  return createDiagnostic({
    ruleId: 'file-name/no-date',
    range: START,
    params: { found: baseNameOf(path) },
  });
}

function notUtf8(bytes: Uint8Array, offset: number): Diagnostic {
  const before = new TextDecoder('utf-8').decode(bytes.subarray(0, offset));
  const start = createLineIndex(before).positionAt(before.length);
  const range = { start, end: { line: start.line, character: start.character + 1 } };
  return createDiagnostic({ ruleId: 'encoding/not-utf8', range, params: { offset } });
}

function missingHeader(text: string): Diagnostic {
  const before = LATE_FENCE.exec(text)?.[0];
  if (before === undefined) return createDiagnostic({ ruleId: 'front-matter/missing', range: START });
  const range = createLineIndex(text).rangeOf(0, before.length);
  return createDiagnostic({
    ruleId: 'front-matter/not-at-start',
    range,
    fix: fixStart(text.slice(before.length), range),
  });
}

/** Where no front matter follows, the line `---` may be a rule in the text; where it does not read, removing is not enough. */
function fixStart(rest: string, range: Range): Fix | undefined {
  const frame = splitFrame(rest);
  if (!frame.hasHeader) return undefined;
  const { ok, isMap, diagnostics } = readHeader(frame.yaml);
  const safe = ok ? isMap : diagnostics.every(({ fix }) => fix?.safe);
  return createFix({ kind: 'remove-before-fence', safe, edits: [{ range, newText: '' }] });
}

function bodyDiagnostics(text: string, { body, bodyOffset }: Frame, { site }: Settings): Diagnostic[] {
  let lines: LineIndex | undefined;
  return checkBody(body, site, (start, end) => {
    lines ??= createLineIndex(text);
    return lines.rangeOf(bodyOffset + start, bodyOffset + end);
  });
}
