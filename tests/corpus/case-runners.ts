import {
  escapePath,
  expandUrlTemplate,
  parseRubyInstant,
  pluralized,
  sanitizeUrl,
  slugify,
  titleizeSlug,
} from '../../core/jekyll';
import type { Value } from '../../core/front-matter/value';
import type { Failure } from './closing-lines';
import { runHeader, runYamlDocument, runYamlValue } from './front-matter-runners';
import { encode, isoDate, isSame } from './jekyll-values';
import { runOrder, runSite } from './site-runner';

/** One question that the real Jekyll answered. */
export interface JekyllCase {
  id: string;
  kind: string;
  input: unknown;
  expected: unknown;
}

/** What is wrong with our answer to a case; empty where it is right. */
type Runner = (input: never, expected: never) => Failure[];

/** An answer that is one value. */
const compare = (actual: unknown, expected: unknown): Failure[] =>
  isSame(actual, expected) ? [] : [{ expected, actual }];

function runParseDate(
  { text, TZ }: { text: string; TZ: string },
  expected: { iso?: string; error?: string },
): Failure[] {
  const instant = parseRubyInstant(text, { timezone: TZ });
  if (expected.error !== undefined || instant === null)
    return compare(instant === null, expected.error !== undefined);
  // An answer without a date is one of the day on which it was given.
  if (expected.iso === undefined) return [];
  return compare(isoDate(instant.epochSeconds * 1000, TZ, instant.nanoseconds), expected.iso);
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
  header: runHeader,
  yaml_value: runYamlValue,
  yaml_document: runYamlDocument,
};

/** Questions about the files of a site, whatever they ask. */
const SITE_KINDS = [
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
];
for (const kind of SITE_KINDS) RUNNERS[kind] = runSite;

/** Runs a case; what is wrong, each with the case's id. A kind that nobody knows is wrong too. */
export function runCase({ id, kind, input, expected }: JekyllCase): Failure[] {
  const run = Object.hasOwn(RUNNERS, kind) ? RUNNERS[kind] : null;
  if (!run) return [{ case: id, expected, actual: `no runner for cases of kind ${kind}` }];
  try {
    return run(input as never, expected as never).map((failure) => ({ case: id, ...failure }));
  } catch (error) {
    return [{ case: id, expected, actual: String(error) }];
  }
}
