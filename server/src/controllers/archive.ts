import type { Core } from '@strapi/strapi';
import { askedArchive, PERIOD_LENGTHS, type ArchivePeriod } from '../archive';
import { i18nLocales } from '../i18n-locales';
import type { QueryContext } from './core-controller';
import { choiceValue, flagValue, numberValue, requireKnown, textValue } from './query-values';
import { requireLocale } from './require-locale';

const PARAMETERS = ['by', 'category', 'includeChildren', 'tag', 'year', 'month', 'status', 'locale'];

/**
 * `GET /api/press/archive?by=month&category=news`: how many posts there are in each year, month or day, with the parameters
 * of `pressArchive` in GraphQL.
 */
export async function archive(
  strapi: Core.Strapi,
  { query }: QueryContext,
): Promise<{ data: ArchivePeriod[]; meta: object }> {
  requireKnown(query, PARAMETERS);
  const asked = textValue(query, 'locale');
  await requireLocale(strapi, asked);
  const data = await askedArchive(strapi, {
    by: choiceValue(query, 'by', PERIOD_LENGTHS) ?? 'month',
    category: textValue(query, 'category'),
    includeChildren: flagValue(query, 'includeChildren'),
    tag: textValue(query, 'tag'),
    year: numberValue(query, 'year'),
    month: numberValue(query, 'month'),
    status: choiceValue(query, 'status', ['published', 'draft'] as const),
    locale: asked ?? (await i18nLocales(strapi).getDefaultLocale()),
  });
  return { data, meta: {} };
}
