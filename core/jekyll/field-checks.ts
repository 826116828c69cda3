import { createDiagnostic } from '../diagnostics/create';
import { createFix } from '../diagnostics/create-fix';
import type { Diagnostic } from '../diagnostics/diagnostic';
import { createLineIndex } from '../diagnostics/line-index';
import { Timestamp } from '../front-matter/value';
import { checkCategories, checkCategory } from './category-checks';
import {
  ownValue,
  quoteFix,
  reportKey,
  rewritableEntry,
  writtenValue,
  type Check,
  type CheckedPost,
} from './checked-post';
import { isExpectedKey } from './known-keys';
import { permalinkTemplate } from './permalink';
import { expandPermalink } from './post-url';
import { isTruthy } from './ruby-values';
import { formatDate, formatOffset } from './site-date';
import { offsetAt, wallClockToEpoch, zonedParts } from './time-zone';

const checkTitle: Check = (post) =>
  post.fields.title.trim() === '' ? reportKey(post, 'title', { ruleId: 'title/empty' }) : [];

const checkSlug: Check = (post) => {
  const slug = ownValue(post, 'slug');
  if (slug === undefined || !isTruthy(slug) || typeof slug === 'string') return [];
  return reportKey(post, 'slug', {
    ruleId: 'slug/not-text',
    params: { found: writtenValue(post, 'slug') },
    fix: quoteFix(post, 'slug'),
  });
};

const checkTimeZone: Check = (post) => {
  const { timezone } = post.settings.site;
  const date = ownValue(post, 'date');
  if (!(date instanceof Timestamp) || date.hasZone || post.settings.frontMatter.dates === 'wall-clock')
    return [];
  const wallClock = wallClockToEpoch(zonedParts(date.epochMs, 'UTC'), timezone);
  if (wallClock === Math.floor(date.epochMs / 1000) * 1000) return [];
  const { end } = post.rangeOf('date');
  const zone = formatOffset(offsetAt(wallClock / 1000, timezone));
  return reportKey(post, 'date', {
    ruleId: 'date/no-time-zone',
    params: {
      found: writtenValue(post, 'date'),
      jekyll: formatDate(date.epochMs, timezone),
      wallClock: formatDate(wallClock, timezone),
      timezone,
    },
    // It moves the post to another time than Jekyll's: which one is meant is for an editor to say.
    fix: rewritableEntry(post, 'date')
      ? createFix({
          kind: 'add-time-zone',
          params: { zone },
          safe: false,
          edits: [{ range: { start: end, end }, newText: ` ${zone}` }],
        })
      : undefined,
  });
};

/** Without them a name is never taken for the beginning of a URI. */
const URI_MARKS = /[:/]/;

const checkPermalink: Check = (post) => {
  const { fields, filePath, settings } = post;
  const permalink = ownValue(post, 'permalink');
  if (permalink !== undefined && isTruthy(permalink)) {
    const isUrl = typeof permalink === 'string' && permalink !== '' && gives(permalink, post);
    return isUrl
      ? []
      : reportKey(post, 'permalink', {
          ruleId: 'permalink/invalid',
          params: { found: writtenValue(post, 'permalink') },
        });
  }
  if (!fields.categories.some((category) => URI_MARKS.test(category))) return [];
  const { unescapable } = expandPermalink(permalinkTemplate(settings.permalink), fields, filePath, settings);
  if (unescapable === null) return [];
  const key =
    ownValue(post, 'categories') === undefined && ownValue(post, 'category') !== undefined
      ? 'category'
      : 'categories';
  return reportKey(post, key, { ruleId: 'permalink/invalid', params: { found: unescapable } });
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
