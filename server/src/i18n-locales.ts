import type { Core } from '@strapi/strapi';

/** What we use of the service of Strapi's i18n plugin. */
export interface LocalesService {
  find(): Promise<{ code: string }[]>;
  getDefaultLocale(): Promise<string>;
}

/** The locales of the app. */
export function i18nLocales(strapi: Core.Strapi): LocalesService {
  return strapi.plugin('i18n').service<LocalesService>('locales');
}
