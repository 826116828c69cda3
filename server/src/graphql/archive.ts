import type { Core } from '@strapi/strapi';
import type * as Nexus from 'nexus';
import { askedArchive, PERIOD_LENGTHS, type ArchiveArgs } from '../archive';
import { i18nLocales } from '../i18n-locales';
import { requireDraftAccess } from '../permissions/draft-access';
import { POST_UID } from '../plugin-id';
import type { RequestContext, SchemaExtension } from './graphql-plugin';

/** Names of the types that are defined here. */
export const ARCHIVE_TYPE_NAMES = ['PressArchivePeriod', 'PressArchiveBy'] as const;

type Arguments = ArchiveArgs & { locale?: string | null };

/** `pressArchive`: how many posts there are in each year, month or day. */
export function archive(strapi: Core.Strapi, nexus: typeof Nexus): SchemaExtension {
  const { arg, booleanArg, intArg, stringArg } = nexus;
  const by = nexus.enumType({
    name: 'PressArchiveBy',
    description: 'How long the periods of an archive are.',
    members: PERIOD_LENGTHS.map((length) => ({
      name: length.toUpperCase(),
      value: length,
      description: `One period for each ${length} that has posts.`,
    })),
  });
  const period = nexus.objectType({
    name: 'PressArchivePeriod',
    description: "A year, month or day of the site's time zone that has posts.",
    definition(t) {
      t.nonNull.int('year', { description: 'Its year.' });
      t.int('month', { description: 'Its month, 1 to 12; null in an archive by year.' });
      t.int('day', { description: 'Its day, 1 to 31; null in an archive by year or month.' });
      t.nonNull.int('count', { description: 'How many posts are dated in it.' });
    },
  });
  const query = nexus.extendType({
    type: 'Query',
    definition(t) {
      t.nonNull.list.nonNull.field('pressArchive', {
        type: 'PressArchivePeriod',
        description:
          'How many posts there are in each year, month or day that has some, the newest first. By year and month it takes as long for many posts as for few; days, and posts of several categories or of a category and a tag, are counted one by one. Posts dated ahead are left out, unless the setting `future` is on, and so are those without a date.',
        args: {
          by: arg({ type: 'PressArchiveBy', default: 'month', description: 'How long the periods are.' }),
          category: stringArg({ description: 'Slug of a category that the posts have.' }),
          includeChildren: booleanArg({ description: 'Posts of the categories below it too.' }),
          tag: stringArg({ description: 'Slug of a tag that the posts have.' }),
          year: intArg({ description: 'Only periods of this year.' }),
          month: intArg({ description: 'Only periods of this month of that year, 1 to 12.' }),
          status: arg({
            type: 'PublicationStatus',
            default: 'published',
            description: 'Drafts are counted for API tokens and for callers who may update posts.',
          }),
          locale: arg({ type: 'I18NLocaleCode', description: 'The default locale where absent.' }),
        },
        async resolve(_parent, args, context) {
          const asked = args as Arguments;
          await requireDraftAccess(strapi, asked.status, (context as unknown as RequestContext).state.auth);
          const locale = asked.locale ?? (await i18nLocales(strapi).getDefaultLocale());
          return askedArchive(strapi, { ...asked, by: asked.by ?? 'month', locale });
        },
      });
    },
  });
  return {
    types: [by, period, query],
    resolversConfig: { 'Query.pressArchive': { auth: { scope: [`${POST_UID}.find`] } } },
  };
}
