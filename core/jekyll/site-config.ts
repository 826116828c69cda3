import { createDiagnostic } from '../diagnostics/create';
import type { Diagnostic, Range } from '../diagnostics/diagnostic';
import { inspect, readHeader, toRubyString } from '../front-matter';
import type { Value, ValueMap } from '../front-matter/value';
import type { FrontMatterDefault, SiteFiles } from '../settings';
import { permalinkTemplate } from './permalink';
import { isTruthy } from './ruby-values';
import { DEFAULT_EXCLUDES, DEFAULT_SITE_FILES } from './site-files';
import { timeZoneOf } from './tz-variable';

/** What a site's `_config.yml` says of its posts; keys that it does not have are undefined. */
export interface SiteConfig {
  url?: string;
  baseurl?: string;
  title?: string;
  /** `lang`, a BCP 47 tag. */
  language?: string;
  /** An IANA name. */
  timezone?: string;
  /** A style or a template; that of `collections.posts` goes before that of the site. */
  permalink?: string;
  future?: boolean;
  /** Whether posts with `published: false` are shown. */
  unpublished?: boolean;
  showDrafts?: boolean;
  excerptSeparator?: string;
  defaults?: FrontMatterDefault[];
  /** Complete where one of its keys is there. */
  siteFiles?: SiteFiles;
}

type TextKey = 'url' | 'baseurl' | 'title' | 'language' | 'timezone' | 'permalink' | 'excerptSeparator';
type SwitchKey = 'future' | 'unpublished' | 'showDrafts';

const TEXT_KEYS: Record<TextKey, string> = {
  url: 'url',
  baseurl: 'baseurl',
  title: 'title',
  language: 'lang',
  timezone: 'timezone',
  permalink: 'permalink',
  excerptSeparator: 'excerpt_separator',
};
const SWITCH_KEYS: Record<SwitchKey, string> = {
  future: 'future',
  unpublished: 'unpublished',
  showDrafts: 'show_drafts',
};

type Path = (string | number)[];

/** Says that a value cannot be used. */
type Refuse = (path: Path, value: Value, expected: string) => void;

const TEXT_START: Range = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };

/**
 * Reads a `_config.yml`. A key that cannot be used is left out and named in a diagnostic (`site-config/invalid`), at its place
 * in the file.
 * Source: Jekyll 4.3, `Configuration` and `FrontmatterDefaults`.
 */
export function readSiteConfig(yaml: string): { config: SiteConfig; diagnostics: Diagnostic[] } {
  const header = readHeader(yaml.replace(/^\uFEFF/, ''), { fenced: false });
  const diagnostics = [...header.diagnostics];
  const refuse: Refuse = (path, value, expected) => {
    const params = { key: path.join('.'), found: inspect(value), expected };
    const range = header.rangeOf(path) ?? TEXT_START;
    diagnostics.push(
      createDiagnostic({ ruleId: 'site-config/invalid', range, params, path: path.map(String) }),
    );
  };

  const config: SiteConfig = {};
  for (const key of keysOf(TEXT_KEYS))
    setDefined(config, key, readText(header.map, [TEXT_KEYS[key]], refuse));
  for (const key of keysOf(SWITCH_KEYS)) setDefined(config, key, readSwitch(header.map, SWITCH_KEYS[key]));
  const own = readText(header.map, ['collections', 'posts', 'permalink'], refuse);
  // The names of styles are none here.
  setDefined(config, 'permalink', own === undefined || permalinkTemplate(own) === own ? own : `/${own}`);
  setDefined(config, 'siteFiles', readSiteFiles(header.map, refuse));
  setDefined(config, 'defaults', readDefaults(header.map, refuse));
  return { config, diagnostics };
}

function setDefined<Key extends keyof SiteConfig>(
  config: SiteConfig,
  key: Key,
  value: SiteConfig[Key],
): void {
  if (value !== undefined) config[key] = value;
}

function readText(map: ValueMap, path: Path, refuse: Refuse): string | undefined {
  const value = valueAt(map, path);
  if (value === undefined || value === null) return undefined;
  const isText = typeof value !== 'object';
  const text = toRubyString(value);
  const found = path[0] === 'timezone' ? timeZoneOf(text) : text;
  if (isText && found !== null) return found;
  refuse(path, value, isText ? 'the IANA name of a time zone, such as Asia/Shanghai' : 'a text');
  return undefined;
}

function readSwitch(map: ValueMap, name: string): boolean | undefined {
  const value = map.get(name);
  return value === undefined ? undefined : isTruthy(value);
}

/** Undefined where none of the keys is there. */
function readSiteFiles(map: ValueMap, refuse: Refuse): SiteFiles | undefined {
  const include = readPatterns(map, 'include', refuse);
  const exclude = readPatterns(map, 'exclude', refuse);
  const collectionsDir = readText(map, ['collections_dir'], refuse);
  const markdown = readText(map, ['markdown_ext'], refuse);
  if ([include, exclude, collectionsDir, markdown].every((value) => value === undefined)) return undefined;
  return {
    include: include ?? DEFAULT_SITE_FILES.include,
    exclude: [...(exclude ?? []), ...DEFAULT_EXCLUDES],
    collectionsDir: collectionsDir ?? '',
    markdownExtensions:
      markdown?.split(',').map((extension) => `.${extension.toLowerCase()}`) ??
      DEFAULT_SITE_FILES.markdownExtensions,
  };
}

/** What of a list is no text has no effect in Jekyll. */
function readPatterns(map: ValueMap, key: string, refuse: Refuse): string[] | undefined {
  const value = map.get(key);
  if (value === undefined || value === null) return undefined;
  if (Array.isArray(value)) return value.filter((item) => typeof item === 'string');
  refuse([key], value, 'a list');
  return undefined;
}

function readDefaults(map: ValueMap, refuse: Refuse): FrontMatterDefault[] | undefined {
  const value = map.get('defaults');
  if (value === undefined || value === null) return undefined;
  if (Array.isArray(value))
    return value.flatMap((set, index) => readDefault(set, ['defaults', index], refuse));
  refuse(['defaults'], value, 'a list');
  return undefined;
}

function readDefault(set: Value, path: Path, refuse: Refuse): FrontMatterDefault[] {
  const values = set instanceof Map ? set.get('values') : undefined;
  if (!(set instanceof Map) || !(values instanceof Map)) {
    refuse(path, set, 'a map with the keys scope and values');
    return [];
  }
  const scope = set.get('scope');
  const scopePath = scope instanceof Map ? scope.get('path') : undefined;
  const type = scope instanceof Map ? scope.get('type') : undefined;
  return [
    {
      scope: {
        path: typeof scopePath === 'string' ? scopePath : '',
        ...(type !== undefined && { type: toRubyString(type) }),
      },
      values,
    },
  ];
}

function keysOf<Key extends string>(record: Record<Key, string>): Key[] {
  return Object.keys(record) as Key[];
}

function valueAt(map: ValueMap, path: Path): Value | undefined {
  let value: Value | undefined = map;
  for (const key of path) value = value instanceof Map ? value.get(key) : undefined;
  return value;
}
