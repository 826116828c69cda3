import type { Core } from '@strapi/strapi';
import type { Settings } from '../../../core/settings';
import { loadGround } from '../import/import-ground';
import { readSiteConfigFile } from '../import/site-config-file';
import type { Source } from '../import/source';

/** The settings under which the files of an upload are read: with its own `_config.yml`, where it has one. */
export async function uploadSettings(strapi: Core.Strapi, { siteConfig }: Source): Promise<Settings> {
  const site = siteConfig && readSiteConfigFile(siteConfig);
  const { settings } = await loadGround(strapi, site, undefined);
  return settings;
}
