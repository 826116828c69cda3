import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';

/** What we use of the service of Strapi's i18n plugin. */
export interface LocalesService {
  find(): Promise<{ code: string }[]>;
  getDefaultLocale(): Promise<string>;
}

/** The locales of the app. */
export function i18nLocales(strapi: Core.Strapi): LocalesService {
  return strapi.plugin('i18n').service<LocalesService>('locales');
}

/**
 * Lets a request go on that names no locale, or one that the app has.
 * @throws ValidationError
 */
export async function requireLocale(strapi: Core.Strapi, locale: string | undefined): Promise<void> {
  if (locale === undefined) return;
  const codes = (await i18nLocales(strapi).find()).map(({ code }) => code);
  if (!codes.includes(locale))
    throw new errors.ValidationError(`There is no locale ${locale}; expected ${codes.join(', ')}`);
}
