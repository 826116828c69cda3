import type { Core } from '@strapi/strapi';
import { PLUGIN_ID } from './plugin-id';
import { pressService } from './press-service';
import { siteUrlWarning, type SettingsService } from './settings';

/** When everything is loaded: generated fields follow settings that changed in the config file since the last start. */
export async function bootstrap({ strapi }: { strapi: Core.Strapi }): Promise<void> {
  const settings = pressService<SettingsService>(strapi, 'settings');
  await settings.followConfigFile();
  const warning = siteUrlWarning(await settings.get());
  if (warning) strapi.log.warn(`${PLUGIN_ID}: ${warning}`);
}
