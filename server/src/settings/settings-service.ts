import type { Core } from '@strapi/strapi';
import { merge } from 'lodash';
import { defaultSettings } from '../../../core/default-settings';
import type { Settings } from '../../../core/settings';
import { pressService } from '../press-service';
import type { RegenerationService } from '../regeneration';

export function settingsService({ strapi }: { strapi: Core.Strapi }) {
  let admin = {};
  return {
    get(): Promise<Settings> {
      return Promise.resolve(merge(defaultSettings(), admin, strapi.plugin('press').config('')) as Settings);
    },
    async update(patch: object): Promise<void> {
      admin = merge({}, admin, patch);
      await pressService<RegenerationService>(strapi, 'regeneration').all('settings');
    },
    followConfigFile(): Promise<void> {
      return Promise.resolve();
    },
  };
}

export type SettingsService = ReturnType<typeof settingsService>;
