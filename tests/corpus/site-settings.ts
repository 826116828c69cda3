import { CalendarDate, Float, Timestamp, type Value } from '../../core/front-matter/value';
import { readSiteConfig, type SiteConfig } from '../../core/jekyll';
import type { FrontMatterDefault, Settings } from '../../core/settings';
import { resolveSettings } from '../../server/src/settings';

/** The settings of a site with a `_config.yml`, as an import records them. */
export function settingsOf(configYaml: string): Settings {
  return resolveSettings({ file: {}, admin: {}, site: readSiteConfig(configYaml).config });
}

/** What an answer says of the configuration under which it was given. */
export interface AnswerConfig {
  timezone?: string | null;
  permalink?: unknown;
  excerpt_separator?: string | null;
  defaults?: { scope?: { path?: unknown; type?: unknown }; values?: unknown }[] | null;
  collections_posts?: { permalink?: string } | null;
}

/**
 * The settings under which an answer was given: the site's own, and over them what the answer says, as it may have been
 * given with others.
 */
export function answeredSettings(configYaml: string | null, answer: AnswerConfig): Settings {
  const site = configYaml === null ? {} : readSiteConfig(configYaml).config;
  return resolveSettings({ file: {}, admin: {}, site: { ...site, ...answeredConfig(answer, site) } });
}

function answeredConfig(answer: AnswerConfig, site: SiteConfig): SiteConfig {
  const { timezone, permalink, collections_posts: posts } = answer;
  const named = readSiteConfig(JSON.stringify({ timezone, permalink, collections: { posts } })).config;
  return {
    timezone: timezone === undefined ? site.timezone : named.timezone,
    permalink: named.permalink ?? site.permalink,
    excerptSeparator: answer.excerpt_separator ?? site.excerptSeparator,
    defaults: answer.defaults?.flatMap(answeredDefault) ?? site.defaults,
  };
}

function answeredDefault({
  scope,
  values,
}: {
  scope?: { path?: unknown; type?: unknown };
  values?: unknown;
}) {
  const map = decode(values);
  if (!(map instanceof Map)) return [];
  const { path, type } = scope ?? {};
  const found: FrontMatterDefault = {
    scope: { path: typeof path === 'string' ? path : '', ...(typeof type === 'string' && { type }) },
    values: map,
  };
  return [found];
}

/** A value of an answer with the types that its marks name. */
function decode(json: unknown): Value {
  if (Array.isArray(json)) return json.map(decode);
  if (typeof json === 'number') return Number.isInteger(json) ? json : new Float(json);
  if (typeof json !== 'object' || json === null) return json as Value;
  const marked = json as { $date?: string; $time?: string };
  if (marked.$date !== undefined) {
    const [year, month, day] = marked.$date.split('-').map(Number);
    return new CalendarDate(year, month, day);
  }
  if (marked.$time !== undefined)
    return new Timestamp(Date.parse(marked.$time), offsetOf(marked.$time), true);
  return new Map<Value, Value>(Object.entries(json).map(([key, item]) => [key, decode(item)]));
}

/** Seconds east of UTC of `2021-12-08T10:46:18+08:00`. */
function offsetOf(iso: string): number {
  const [, sign = '+', hours = '0', minutes = '0'] = /([+-])(\d\d):(\d\d)$/.exec(iso) ?? [];
  return (sign === '-' ? -1 : 1) * (Number(hours) * 3600 + Number(minutes) * 60);
}
