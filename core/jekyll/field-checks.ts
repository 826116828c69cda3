import { createDiagnostic, type DiagnosticInput } from '../diagnostics/create';
import type { Diagnostic, Fix, Range } from '../diagnostics/diagnostic';
import { createLineIndex } from '../diagnostics/line-index';
import { toRubyString, type Header } from '../front-matter';
import { Timestamp, type Value } from '../front-matter/value';
import type { PostFields } from '../post';
import type { Settings } from '../settings';
import { isExpectedKey } from './known-keys';
import { permalinkTemplate } from './permalink';
import { expandPermalink } from './post-url';
import { isTruthy, splitWords } from './ruby-values';
import { formatDate, formatOffset } from './site-date';
import { offsetAt, wallClockToEpoch, zonedParts } from './time-zone';

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

type Check = (post: CheckedPost) => Diagnostic[];

const own = ({ header }: CheckedPost, key: string): Value | undefined => header?.map.get(key);

/** A value as it stands in the text; of a duplicated key the last. */
function written({ header, yaml }: CheckedPost, key: string): string {
  const entry = header?.entries.findLast((candidate) => candidate.key === key);
  if (entry) return yaml.slice(entry.valueRange.start, entry.valueRange.end);
  return toRubyString(header?.map.get(key) ?? null);
}

function report(
  post: CheckedPost,
  key: string,
  input: Omit<DiagnosticInput, 'range' | 'path'>,
): Diagnostic[] {
  return [createDiagnostic({ ...input, range: post.rangeOf(key), path: [key] })];
}

function quoteFix(post: CheckedPost, key: string): Fix | undefined {
  const text = written(post, key);
  if (!/^[\w.+:-]+$/.test(text)) return undefined;
  return { title: `Put ${text} in quotes`, edits: [{ range: post.rangeOf(key), newText: `"${text}"` }] };
}

const checkTitle: Check = (post) =>
  post.fields.title.trim() === '' ? report(post, 'title', { ruleId: 'title/empty' }) : [];

const checkSlug: Check = (post) => {
  const slug = own(post, 'slug');
  if (slug === undefined || !isTruthy(slug) || typeof slug === 'string') return [];
  return report(post, 'slug', {
    ruleId: 'slug/not-text',
    params: { found: written(post, 'slug') },
    fix: quoteFix(post, 'slug'),
  });
};

const checkTimeZone: Check = (post) => {
  const { timezone } = post.settings.site;
  const date = own(post, 'date');
  if (!(date instanceof Timestamp) || date.hasZone || post.settings.frontMatter.dates === 'wall-clock')
    return [];
  const wallClock = wallClockToEpoch(zonedParts(date.epochMs, 'UTC'), timezone);
  if (wallClock === Math.floor(date.epochMs / 1000) * 1000) return [];
  const { end } = post.rangeOf('date');
  const zone = formatOffset(offsetAt(wallClock / 1000, timezone));
  return report(post, 'date', {
    ruleId: 'date/no-time-zone',
    params: {
      found: written(post, 'date'),
      jekyll: formatDate(date.epochMs, timezone),
      wallClock: formatDate(wallClock, timezone),
      timezone,
    },
    fix: { title: `Add the time zone ${zone}`, edits: [{ range: { start: end, end }, newText: ` ${zone}` }] },
  });
};

const checkCategories: Check = (post) => {
  const categories = own(post, 'categories');
  if (categories === undefined || categories === null || Array.isArray(categories)) return [];
  const found = written(post, 'categories');
  if (typeof categories !== 'string') {
    const fix = quoteFix(post, 'categories');
    return report(post, 'categories', { ruleId: 'categories/not-a-name', params: { found }, fix });
  }
  const words = splitWords(categories);
  if (categories.includes(',')) {
    return report(post, 'categories', { ruleId: 'categories/comma', params: { found: categories } });
  }
  if (words.length < 2) return [];
  const parts = words.map((word) => `"${word}"`).join(', ');
  return report(post, 'categories', {
    ruleId: 'categories/split-on-space',
    params: { found: categories, parts },
  });
};

const checkCategory: Check = (post) => {
  const category = own(post, 'category');
  if (typeof category !== 'string' || !category.includes(',')) return [];
  return report(post, 'category', { ruleId: 'categories/comma', params: { found: category } });
};

/** Without them a name is never taken for the beginning of a URI. */
const URI_MARKS = /[:/]/;

const checkPermalink: Check = (post) => {
  const { fields, filePath, settings } = post;
  const permalink = own(post, 'permalink');
  if (permalink !== undefined && isTruthy(permalink)) {
    const isUrl = typeof permalink === 'string' && permalink !== '' && gives(permalink, post);
    return isUrl
      ? []
      : report(post, 'permalink', {
          ruleId: 'permalink/invalid',
          params: { found: written(post, 'permalink') },
        });
  }
  if (!fields.categories.some((category) => URI_MARKS.test(category))) return [];
  const { unescapable } = expandPermalink(permalinkTemplate(settings.permalink), fields, filePath, settings);
  if (unescapable === null) return [];
  const key =
    own(post, 'categories') === undefined && own(post, 'category') !== undefined ? 'category' : 'categories';
  return report(post, key, { ruleId: 'permalink/invalid', params: { found: unescapable } });
};

function gives(permalink: string, { fields, filePath, settings }: CheckedPost): boolean {
  const { unknown, unescapable } = expandPermalink(permalink, fields, filePath, settings);
  return unknown === null && unescapable === null;
}

const checkUnknownKeys: Check = ({ header, settings, yaml }) => {
  const { unknownKeys } = settings.frontMatter;
  if (unknownKeys === 'keep' || !header) return [];
  const unknown = header.entries.filter(
    ({ key }) => key !== null && key !== '<<' && !isExpectedKey(key, settings),
  );
  if (unknown.length === 0) return [];
  const severity = unknownKeys === 'error' ? 'error' : 'warning';
  const index = createLineIndex(yaml);
  return unknown.map(({ key, keyRange }) => {
    const range = index.rangeOf(keyRange.start, keyRange.end);
    const name = key ?? '';
    return {
      ...createDiagnostic({ ruleId: 'unknown-key', range, params: { key: name }, path: [name] }),
      severity,
    };
  });
};

const CHECKS: Check[] = [
  checkTitle,
  checkSlug,
  checkTimeZone,
  checkCategories,
  checkCategory,
  checkPermalink,
  checkUnknownKeys,
];

/** What the rules for single keys find; a date that does not read is found where it is read. */
export function checkFields(post: CheckedPost): Diagnostic[] {
  return CHECKS.flatMap((check) => check(post));
}
