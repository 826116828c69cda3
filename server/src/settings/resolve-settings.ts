import { isPlainObject, mergeWith } from 'lodash';
import { defaultSettings } from '../../../core/default-settings';
import type { SiteConfig } from '../../../core/jekyll';
import type { Settings } from '../../../core/settings';

/** Settings as a config file or the admin gives them: any part of `Settings`. */
export type PartialSettings = { [Key in keyof Settings]?: unknown } & Record<string, unknown>;

/** Where settings come from; each layer leaves out what it does not say. */
export interface SettingsLayers {
  /** `press.config` of the app's `config/plugins`. */
  file: PartialSettings;
  /** What an administrator set. */
  admin: PartialSettings;
  /** The site's `_config.yml`, recorded at import. */
  site: SiteConfig;
}

/**
 * The complete settings: config file before admin, before `_config.yml`, before defaults (DESIGN: section 8). Maps are
 * merged key by key, lists and all else are replaced whole; a null says nothing.
 */
export function resolveSettings({ file, admin, site }: SettingsLayers): Settings {
  const layers = [fromSiteConfig(site), withoutNulls(admin), withoutNulls(file)];
  const settings = layers.reduce<Settings>((below, layer) => mergeLayer(below, layer), defaultSettings());
  const { site: resolved, footer } = settings;
  return {
    ...settings,
    site: { ...resolved, url: resolved.url?.replace(/\/+$/, '') || null },
    footer: footer ? { ...footer, read: footer.read ?? [], onExport: footer.onExport ?? 'keep' } : null,
  };
}

function mergeLayer(below: Settings, layer: PartialSettings): Settings {
  const { schema } = (layer.frontMatter ?? {}) as { schema?: unknown };
  const merged: Settings = mergeWith({}, below, layer, (_old: unknown, value: unknown) =>
    isPlainObject(value) || value === undefined ? undefined : value,
  );
  // A zod schema is a class instance that merging would take apart.
  return schema
    ? { ...merged, frontMatter: { ...merged.frontMatter, schema } as Settings['frontMatter'] }
    : merged;
}

/** What `_config.yml` says, as settings. */
export function fromSiteConfig(site: SiteConfig): PartialSettings {
  const {
    url,
    baseurl,
    title,
    language,
    timezone,
    permalink,
    future,
    excerptSeparator,
    defaults,
    siteFiles,
  } = site;
  return defined({
    site: defined({ url, baseurl, title, language, timezone }),
    permalink,
    future,
    excerptSeparator,
    defaults,
    siteFiles,
  });
}

function defined(values: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined));
}

/** The same without keys that say nothing. */
export function withoutNulls(values: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(values).flatMap(([key, value]) => {
      if (value === null || value === undefined) return [];
      return [[key, isPlainObject(value) ? withoutNulls(value as Record<string, unknown>) : value]];
    }),
  );
}
