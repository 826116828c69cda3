import type { Core } from '@strapi/strapi';
import { pressService } from './press-service';
import type { SettingsService } from './settings';

/** When everything is loaded: generated fields follow settings that changed in the config file since the last start. */
export async function bootstrap({ strapi }: { strapi: Core.Strapi }): Promise<void> {
  await pressService<SettingsService>(strapi, 'settings').followConfigFile();
}
