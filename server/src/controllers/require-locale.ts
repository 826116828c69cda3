import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import { i18nLocales } from '../i18n-locales';

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
