import type { Core } from '@strapi/strapi';
import { i18nLocales } from '../i18n-locales';
import { InputError } from './input-error';

/** The locales of an instance as an import uses them. */
export interface ImportLocales {
  /** For what names no locale of the instance. */
  fallback: string;
  /** The default locale of the instance. */
  standard: string;
  /** The locale that a `lang` of front matter names, where the instance has it, else the fallback. */
  of(lang: unknown): string;
}

/** The locale that Strapi's i18n creates at its first start. */
const FIRST_LOCALE = 'STRAPI_PLUGIN_I18N_INIT_LOCALE_CODE';

/**
 * @param wanted the locale to fall back to; the default locale where undefined.
 * @throws InputError where the instance does not have it.
 */
export async function loadLocales(strapi: Core.Strapi, wanted: string | undefined): Promise<ImportLocales> {
  const service = i18nLocales(strapi);
  const codes = (await service.find()).map(({ code }) => code);
  if (wanted !== undefined && !codes.includes(wanted)) {
    throw new InputError(`--locale ${wanted}: this Strapi has the locales ${codes.join(', ')}`);
  }
  const standard = await service.getDefaultLocale();
  return localesOf(codes, wanted ?? standard, standard);
}

/** The locales of an instance that was never started. */
export function firstLocales(wanted: string | undefined): ImportLocales {
  const standard = process.env[FIRST_LOCALE] ?? 'en';
  return localesOf([], wanted ?? standard, standard);
}

function localesOf(codes: string[], fallback: string, standard: string): ImportLocales {
  return {
    fallback,
    standard,
    of: (lang) => (typeof lang === 'string' && codes.includes(lang) ? lang : fallback),
  };
}
