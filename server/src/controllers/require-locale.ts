import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import { message } from '../../../core/messages';
import { i18nLocales } from '../i18n-locales';
import { errorSaying } from '../messages/error-saying';

/**
 * Lets a request go on that names no locale, or one that the app has.
 * @throws ValidationError
 */
export async function requireLocale(strapi: Core.Strapi, locale: string | undefined): Promise<void> {
  if (locale === undefined) return;
  const codes = (await i18nLocales(strapi).find()).map(({ code }) => code);
  if (!codes.includes(locale))
    throw errorSaying(
      errors.ValidationError,
      message('request/no-locale', { locale, locales: codes.join(', ') }),
    );
}
