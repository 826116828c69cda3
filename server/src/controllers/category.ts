import { factories, type Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import { pick } from 'lodash';
import { i18nLocales } from '../i18n-locales';
import { CATEGORY_UID } from '../plugin-id';
import type { CoreController, QueryContext } from './core-controller';
import { requireKnown, textValue } from './query-values';

const OUTPUT = ['fields', 'populate'];

/** Strapi's core controller of categories with one more action, for those who may find one. */
export const category = factories.createCoreController(
  CATEGORY_UID,
  ({ strapi }: { strapi: Core.Strapi }) => ({
    /** `GET /api/press/categories/by-slug/news?locale=en` answers the category with a slug; 404 where there is none. */
    async bySlug(this: CoreController, context: QueryContext): Promise<unknown> {
      const slug = context.params?.slug ?? '';
      requireKnown(context.query, ['locale', ...OUTPUT]);
      const locale = textValue(context.query, 'locale') ?? (await i18nLocales(strapi).getDefaultLocale());
      context.query = pick(context.query, OUTPUT);
      await this.validateQuery(context);
      const query = pick(await this.sanitizeQuery(context), OUTPUT);
      const entity: unknown = await strapi
        .documents(CATEGORY_UID)
        .findFirst({ ...query, filters: { slug }, locale });
      if (!entity) throw new errors.NotFoundError(`There is no category with the slug ${slug} in ${locale}`);
      return this.transformResponse(await this.sanitizeOutput(entity, context));
    },
  }),
);
