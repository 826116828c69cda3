import type { Core } from '@strapi/strapi';
import type { SiteConfig } from '../../../core/jekyll';
import type { Settings } from '../../../core/settings';
import { hasTables } from '../database/has-tables';
import { PLUGIN_ID } from '../plugin-id';
import { pressService } from '../press-service';
import { resolveSettings, type PartialSettings, type SettingsService } from '../settings';
import { firstLocales, loadLocales, type ImportLocales } from './locales';

/** What an import stands on before its first file. */
export interface ImportGround {
  settings: Settings;
  locales: ImportLocales;
  /** Whether anything can be stored yet; only a dry run meets a database without tables. */
  hasTables: boolean;
}

/** The site's `_config.yml`; null where the source has none, and the recorded one goes on to apply. */
type Site = { text: string; config: SiteConfig } | null;

/** Reads what is stored, with the settings as they will be under the site's `_config.yml`; writes nothing. */
export async function loadGround(
  strapi: Core.Strapi,
  site: Site,
  locale: string | undefined,
): Promise<ImportGround> {
  if (!(await hasTables(strapi))) {
    const file = strapi.config.get<PartialSettings>(`plugin::${PLUGIN_ID}`, {});
    const settings = resolveSettings({ file, admin: {}, site: site?.config ?? {} });
    return { settings, locales: firstLocales(locale), hasTables: false };
  }
  const service = pressService<SettingsService>(strapi, 'settings');
  const settings = site === null ? await service.get() : await service.withSiteConfig(site.text);
  return {
    settings,
    locales: await loadLocales(strapi, locale),
    hasTables: true,
  };
}
