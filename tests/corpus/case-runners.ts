import { defaultSettings } from '../../core/default-settings';
import {
  comparePosts,
  escapePath,
  expandUrlTemplate,
  parseRubyInstant,
  pluralized,
  readSiteConfig,
  sanitizeUrl,
  slugify,
  titleizeSlug,
} from '../../core/jekyll';
import type { Value } from '../../core/front-matter/value';
import type { Settings } from '../../core/settings';
import { answerOf, differences, encode, isSame, isoDate, type ExpectedPost } from './jekyll-answer';

/** One question that the real Jekyll answered. */
export interface JekyllCase {
  id: string;
  kind: string;
  input: unknown;
  expected: unknown;
}

/** What is wrong with our answer to a case; null where it is right. */
type Runner = (input: never, expected: never) => string | null;

interface SiteInput {
  files: Record<string, string | { $bytes: string }>;
  config: Record<string, unknown>;
}

const compare = (actual: unknown, expected: unknown): string | null =>
  isSame(actual, expected) ? null : `expected ${JSON.stringify(expected)}, got ${JSON.stringify(actual)}`;

const utf8 = new TextEncoder();

function bytesOf(content: string | { $bytes: string }): Uint8Array {
  return typeof content === 'string'
    ? utf8.encode(content)
    : Uint8Array.from(Buffer.from(content.$bytes, 'hex'));
}

/** The settings of a site with a given `_config.yml`, here as JSON, which is YAML too. */
export function settingsOf(config: Record<string, unknown>): Settings {
  const settings = defaultSettings();
  const { config: site } = readSiteConfig(JSON.stringify(config));
  return {
    ...settings,
    site: { ...settings.site, timezone: site.timezone ?? settings.site.timezone },
    permalink: site.permalink ?? settings.permalink,
    excerptSeparator: site.excerptSeparator ?? settings.excerptSeparator,
    defaults: site.defaults ?? settings.defaults,
  };
}

function runSite({ files, config }: SiteInput, { posts }: { posts: ExpectedPost[] }): string | null {
  const settings = settingsOf(config);
  const wrong = posts.flatMap((expected) => {
    const actual = answerOf(expected.path, bytesOf(files[expected.path]), settings);
    return differences(actual, expected).map(
      (field) =>
        `${expected.path} ${field}: expected ${JSON.stringify(expected[field])}, got ${JSON.stringify(actual[field])}`,
    );
  });
  return wrong.length > 0 ? wrong.join('\n') : null;
}

function runOrder(input: SiteInput, expected: { posts: ExpectedPost[] }): string | null {
  const dates = new Map(
    expected.posts.map(({ path, date }) => [path, typeof date === 'string' ? Date.parse(date) : null]),
  );
  const ordered = [...dates].map(([path, date]) => ({ path, date })).sort(comparePosts);
  return (
    runSite(input, expected) ??
    compare(
      ordered.map(({ path }) => path),
      expected.posts.map(({ path }) => path),
    )
  );
}

function runParseDate(
  { text, TZ }: { text: string; TZ: string },
  expected: { iso?: string; error?: string },
): string | null {
  const instant = parseRubyInstant(text, { timezone: TZ });
  if (expected.error !== undefined)
    return instant === null ? null : `expected none, got ${instant.epochSeconds}`;
  if (instant === null) return `expected ${expected.iso ?? 'today at that time'}, got none`;
  return expected.iso === undefined
    ? null
    : compare(isoDate(instant.epochSeconds * 1000, TZ, instant.nanoseconds), expected.iso);
}

interface TemplateInput {
  template: string | null;
  permalink: string | null;
  placeholders: Record<string, string | null>;
}

const RUNNERS: Record<string, Runner> = {
  slugify: (
    { string, mode, cased }: { string: string | null; mode: string | null; cased: boolean },
    expected: string,
  ) => compare(slugify(string, mode, cased), expected),
  titleize_slug: (slug: string, expected: string) => compare(titleizeSlug(slug), expected),
  pluralized_array: (
    { hash, singular, plural }: { hash: Record<string, Value>; singular: string; plural: string },
    expected: unknown,
  ) => compare(encode(pluralized(new Map(Object.entries(hash)), singular, plural)), expected),
  parse_date: runParseDate,
  url_template: ({ template, permalink, placeholders }: TemplateInput, expected: string) =>
    compare(sanitizeUrl(expandUrlTemplate(permalink ?? template ?? '', placeholders)), expected),
  escape_path: (path: string, expected: string) => compare(escapePath(path), expected),
  sanitize_url: (url: string, expected: string) => compare(sanitizeUrl(url), expected),
  order: runOrder,
};
for (const kind of [
  'permalink',
  'categories',
  'tags',
  'date',
  'filename',
  'draft',
  'published',
  'excerpt',
  'file',
  'pipeline',
  'defaults',
]) {
  RUNNERS[kind] = runSite;
}

/** The kinds of cases that this file answers. */
export const KINDS = Object.keys(RUNNERS);

/** Runs a case; what is wrong, or null. */
export function runCase({ kind, input, expected }: JekyllCase): string | null {
  const runner = RUNNERS[kind];
  return runner ? runner(input as never, expected as never) : `no runner for cases of kind ${kind}`;
}
