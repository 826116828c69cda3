import { createDiagnostic } from '../diagnostics/create';
import type { Diagnostic, Range } from '../diagnostics/diagnostic';
import { createLineIndex } from '../diagnostics/line-index';
import { applySeverities } from '../diagnostics/severities';
import { sortByPosition } from '../diagnostics/sort';
import { readHeader, toRubyString, type Header } from '../front-matter';
import type { Value } from '../front-matter/value';
import type { PostReading } from '../post';
import type { Settings, SiteFiles } from '../settings';
import { checkBody } from './body-checks';
import type { CheckedPost } from './checked-post';
import { checkFields } from './field-checks';
import { defaultsFor } from './front-matter-defaults';
import { readPostData, type PostData, type PostSource } from './post-data';
import { toExtra, toPostFields } from './post-fields';
import { withoutNul } from './nul-characters';
import { checkNulCharacters } from './nul-checks';
import { baseNameOf, extensionOf, parsePostPath, withoutExtension } from './post-path';
import { isTruthy, mergeDeep } from './ruby-values';
import { checkSchema } from './schema-check';

/** A post's texts. */
export interface PostTexts {
  /** The text between the fences; null for a post without front matter. */
  yaml: string | null;
  /** Relative to the site's root; null for a post that is no file yet. */
  filePath: string | null;
  /** Whose problems are diagnosed too. */
  body?: string;
}

/** Where a post that is no file yet will lie, as far as scopes of defaults look. */
const FUTURE_FOLDER = '_posts/';
const START: Range = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };

const FIRST_DAY = new Date(0).setUTCFullYear(1, 0, 2);
const DAY_AFTER_LAST = Date.UTC(9999, 11, 31);

type Place = PostSource['place'];

/**
 * What a post's front matter, file name and folder say, as Jekyll reads them, in storable form; and all that is wrong, at
 * ranges of the YAML text (what concerns the file's name stands at its start, what concerns the body or a missing key at its
 * end).
 *
 * What Jekyll cannot read is passed over one by one, so that the rest is there: front matter that is no YAML or no map
 * as a whole (the fields are then those of a file without front matter), an unreadable date (then the file name's), a
 * category that is no name (then its text).
 */
export function readPost({ yaml, filePath, body }: PostTexts, settings: Settings): PostReading {
  return readPlacedPost({ yaml, filePath, body }, placeOf(filePath, settings.siteFiles), settings);
}

function readPlacedPost({ yaml, filePath, body }: PostTexts, place: Place, settings: Settings): PostReading {
  const { limits } = settings;
  const options = { maxLength: limits.frontMatterLength, maxDepth: limits.frontMatterDepth };
  const header = yaml === null ? null : readHeader(yaml, options);
  const path = filePath ?? FUTURE_FOLDER;
  const readable = header === null || header.ok;
  const { data, failures } = readLeniently({ place, path, header: readable ? header : null }, settings);
  const fields = withoutNul(toPostFields(data, place));
  const end = endOf(yaml);
  const post: CheckedPost = {
    yaml: yaml ?? '',
    header,
    fields,
    filePath,
    settings,
    rangeOf: (key) => header?.rangeOf([key]) ?? end(),
  };
  const diagnostics = [
    ...(header?.diagnostics ?? []),
    ...(readable
      ? [...failures.flatMap((failure) => dateDiagnostic(failure, post)), ...checkFields(post)]
      : []),
    ...(readable ? schemaDiagnostics(header, path, settings, end) : []),
    ...(header ? checkNulCharacters(yaml ?? '', header) : []),
    ...(body === undefined ? [] : checkBody(body, settings.site, end)),
  ];
  return {
    fields,
    extra: withoutNul(toExtra(data.values)),
    keys: [...(header?.map.keys() ?? [])].map(toRubyString),
    readable,
    unpublished: data.values.has('published') && !isTruthy(data.values.get('published')),
    draft: place.kind === 'draft' || isTruthy(data.values.get('draft')),
    diagnostics: withoutNul(sortByPosition(applySeverities(diagnostics, settings.frontMatter.rules))),
  };
}

/** What a path says; a file that Jekyll leaves out is taken for a post of its name. */
function placeOf(filePath: string | null, files: SiteFiles): Place {
  if (filePath === null) {
    return { kind: 'post', date: null, slug: '', basename: '', ext: '.md', folderCategories: [] };
  }
  const place = parsePostPath(filePath, files);
  if (place.kind !== 'ignored') return place;
  const name = baseNameOf(filePath);
  const basename = withoutExtension(name);
  return { kind: 'post', date: null, slug: basename, basename, ext: extensionOf(name), folderCategories: [] };
}

/** A date that could not be read. */
interface DateFailure {
  found: string;
  inName: boolean;
}

/** Reads again without the value that failed, until the rest is read. */
function readLeniently(source: PostSource, settings: Settings): { data: PostData; failures: DateFailure[] } {
  const failures: DateFailure[] = [];
  const dataSettings = {
    timezone: settings.site.timezone,
    dates: settings.frontMatter.dates,
    defaults: settings.defaults,
    siteFiles: settings.siteFiles,
  };
  let { place, header } = source;
  let data = readPostData(source, dataSettings);
  for (const key of ['categories', 'date'] as const) {
    if (!data.failure || data.failure.reason !== key || !header?.map.has(key)) continue;
    const value = header.map.get(key) ?? null;
    if (key === 'date') failures.push({ found: toRubyString(value), inName: false });
    header = withValue(
      header,
      key,
      key === 'categories' && typeof value !== 'object' ? [toRubyString(value)] : undefined,
    );
    data = readPostData({ ...source, header }, dataSettings);
  }
  if (data.date !== null && !isStorable(data.date) && header?.map.has('date')) {
    failures.push({ found: toRubyString(header.map.get('date') ?? null), inName: false });
    header = withValue(header, 'date', undefined);
    data = readPostData({ ...source, header }, dataSettings);
  }
  if (data.failure?.reason === 'file-name-date') {
    if (failures.length === 0) failures.push({ found: datePartOf(source.path), inName: true });
    place = { ...place, date: null };
    data = readPostData({ ...source, header, place }, dataSettings);
  }
  return { data, failures };
}

/** Databases hold the years 1 to 9999; Ruby reads others too. */
function isStorable(epochMs: number): boolean {
  return epochMs >= FIRST_DAY && epochMs < DAY_AFTER_LAST;
}

function withValue(header: Header, key: string, value: Value | undefined): Header {
  const map = new Map(header.map);
  if (value === undefined) map.delete(key);
  else map.set(key, value);
  return { ...header, map };
}

const datePartOf = (path: string) => /^[\d-]*\d(?=-)/.exec(baseNameOf(path))?.[0] ?? baseNameOf(path);

function dateDiagnostic({ found, inName }: DateFailure, post: CheckedPost): Diagnostic[] {
  const range = inName ? START : post.rangeOf('date');
  return [createDiagnostic({ ruleId: 'date/invalid', range, params: { found }, path: ['date'] })];
}

function schemaDiagnostics(
  header: Header | null,
  path: string,
  settings: Settings,
  end: () => Range,
): Diagnostic[] {
  const { schema } = settings.frontMatter;
  if (!schema) return [];
  const defaults = defaultsFor(path, settings);
  const values = header ? mergeDeep(defaults, header.map) : defaults;
  return checkSchema(schema, values, (at) => header?.rangeOf(at) ?? null, end());
}

/** The end of the YAML text, computed when asked for. */
function endOf(yaml: string | null): () => Range {
  let range: Range | null = null;
  return () => {
    if (!range) {
      const end = createLineIndex(yaml ?? '').positionAt((yaml ?? '').length);
      range = { start: end, end };
    }
    return range;
  };
}
