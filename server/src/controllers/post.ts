import { factories, type Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import { pick } from 'lodash';
import { i18nLocales } from '../i18n-locales';
import { askedPage } from '../listing/asked-page';
import { askedPosts } from '../listing/asked-posts';
import { POST_UID } from '../plugin-id';
import { pressService } from '../press-service';
import type { RedirectsService } from '../redirects';
import { archive } from './archive';
import type { CoreController, QueryContext } from './core-controller';
import { choiceValue, flagValue, numberValue, requireKnown, textValue } from './query-values';
import { ingest, type IngestContext } from './ingest';

/** What the core controller's own parameters may be beside ours. */
const OUTPUT = ['fields', 'populate'];
const BY_CURSOR = [
  ...['first', 'after', 'last', 'before', 'category', 'includeChildren', 'tag', 'year', 'month', 'day'],
  ...['author', 'status', 'locale', 'withCount'],
];

/** Strapi's core controller of posts with actions of our own; who may find posts may do all but ingest. */
export const post = factories.createCoreController(POST_UID, ({ strapi }: { strapi: Core.Strapi }) => ({
  /**
   * `GET /api/press/posts/by-url?url=/2021/12/29/a.html` answers the published post at a URL, with `fields` and `populate` as
   * the other routes take them; where it moved `{ data: null, meta: { redirect: { to, code } } }`; for the page of a category or tag
   * `{ data: null, meta: { category: { documentId, locale } } }`, or `tag`; 404 where there is nothing.
   */
  async byUrl(this: CoreController, context: QueryContext): Promise<unknown> {
    requireKnown(context.query, ['url', 'locale', ...OUTPUT]);
    const url = textValue(context.query, 'url') ?? '';
    if (url === '')
      throw new errors.ValidationError(
        'The parameter url is needed: a path of the site, such as /2021/12/29/a.html',
      );
    const locale = textValue(context.query, 'locale');
    const query = await outputQuery(this, context);
    const answer = await pressService<RedirectsService>(strapi, 'redirects').resolve(url, locale);
    if (!answer) throw new errors.NotFoundError(`Nothing is published at ${url}`);
    if (answer.kind === 'redirect') {
      const { to, code } = answer;
      return { data: null, meta: { redirect: { to, code } } };
    }
    const { documentId, locale: found } = answer;
    if (answer.kind !== 'post') return { data: null, meta: { [answer.kind]: { documentId, locale: found } } };
    const entity: unknown = await strapi
      .documents(POST_UID)
      .findOne({ ...query, documentId, locale: found, status: 'published' });
    return this.transformResponse(await this.sanitizeOutput(entity, context));
  },

  /**
   * `GET /api/press/posts/by-cursor?first=20&category=news` answers posts from the newest to the oldest, with the parameters of
   * `pressPostsByCursor` in GraphQL and `fields` and `populate` as the other routes take them: `{ data, meta: { pageInfo } }`,
   * and with `withCount=true` `meta.totalCount`.
   */
  async byCursor(this: CoreController, context: QueryContext): Promise<unknown> {
    const { query: asked } = context;
    requireKnown(asked, [...BY_CURSOR, ...OUTPUT]);
    const status = choiceValue(asked, 'status', ['published', 'draft']) ?? 'published';
    const locale = textValue(asked, 'locale') ?? (await i18nLocales(strapi).getDefaultLocale());
    const withCount = flagValue(asked, 'withCount') ?? false;
    const posts = await askedPosts(strapi, {
      category: textValue(asked, 'category'),
      includeChildren: flagValue(asked, 'includeChildren'),
      tag: textValue(asked, 'tag'),
      year: numberValue(asked, 'year'),
      month: numberValue(asked, 'month'),
      day: numberValue(asked, 'day'),
      author: textValue(asked, 'author'),
      status,
      locale,
    });
    const part = askedPage({
      first: numberValue(asked, 'first'),
      after: textValue(asked, 'after'),
      last: numberValue(asked, 'last'),
      before: textValue(asked, 'before'),
    });
    const query = await outputQuery(this, context);
    const { ids, cursors, hasNextPage, hasPreviousPage } = await posts.page(part);
    const found: unknown = await strapi
      .documents(POST_UID)
      .findMany({ ...query, filters: { id: { $in: ids } }, locale, status, limit: ids.length });
    const rows = new Map((found as { id: number }[]).map((row) => [row.id, row]));
    const entities = await this.sanitizeOutput(
      ids.flatMap((id) => rows.get(id) ?? []),
      context,
    );
    const pageInfo = {
      hasNextPage,
      hasPreviousPage,
      startCursor: cursors[0] ?? null,
      endCursor: cursors.at(-1) ?? null,
    };
    const count = withCount ? { totalCount: await posts.count() } : {};
    return this.transformResponse(entities, { pageInfo, ...count });
  },

  archive: (context: QueryContext): Promise<unknown> => archive(strapi, context),

  ingest: (context: IngestContext): Promise<unknown> => ingest(strapi, context),
}));

/** The part of the query that the core controller checks and cleans. */
async function outputQuery(
  controller: CoreController,
  context: QueryContext,
): Promise<Record<string, unknown>> {
  context.query = pick(context.query, OUTPUT);
  await controller.validateQuery(context);
  return pick(await controller.sanitizeQuery(context), OUTPUT);
}
