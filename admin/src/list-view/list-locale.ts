import { useQueryParams } from '@strapi/strapi/admin';

/** The locale that a list of the Content Manager shows; null for the default one. */
export function useListLocale(): string | null {
  const [{ query }] = useQueryParams<{ plugins?: { i18n?: { locale?: string } } }>();
  return query.plugins?.i18n?.locale ?? null;
}
