import { factories, type Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import { POST_UID } from '../plugin-id';
import { pressService } from '../press-service';
import type { RedirectsService } from '../redirects';
import { ingest, type IngestContext } from './ingest';

/** What of a core controller the actions below use; Strapi types it for an app's own types only. */
export interface CoreController {
  validateQuery(context: QueryContext): Promise<void>;
  sanitizeQuery(context: QueryContext): Promise<Record<string, unknown>>;
  sanitizeOutput(data: unknown, context: QueryContext): Promise<unknown>;
  transformResponse(data: unknown): unknown;
}

export interface QueryContext {
  query: Record<string, unknown>;
}

/** What may be asked besides `url`. */
const PARAMETERS = ['url', 'locale', 'fields', 'populate'];

/**
 * Strapi's core controller of posts, and `byUrl`: `GET /api/press/posts/by-url?url=/2021/12/29/a.html` answers the published
 * post at a URL, with `fields` and `populate` as the other routes take them; where it moved `{ data: null, meta: { redirect:
 * { to, code } } }`; for the page of a category `{ data: null, meta: { category: { documentId, locale } } }`; 404 where there is nothing.
 */
export const post = factories.createCoreController(POST_UID, ({ strapi }: { strapi: Core.Strapi }) => ({
  async byUrl(this: CoreController, context: QueryContext): Promise<unknown> {
    const { url, ...rest } = context.query;
    for (const name of Object.keys(rest))
      if (!PARAMETERS.includes(name))
        throw new errors.ValidationError(`Invalid parameter ${name}; expected ${PARAMETERS.join(', ')}`);
    if (typeof url !== 'string' || url === '')
      throw new errors.ValidationError(
        'The parameter url is needed: a path of the site, such as /2021/12/29/a.html',
      );
    const { locale } = rest;
    if (locale !== undefined && typeof locale !== 'string')
      throw new errors.ValidationError('The parameter locale must be the code of one locale');
    context.query = rest;
    await this.validateQuery(context);
    const query = await this.sanitizeQuery(context);
    const answer = await pressService<RedirectsService>(strapi, 'redirects').resolve(url, locale);
    if (!answer) throw new errors.NotFoundError(`Nothing is published at ${url}`);
    if (answer.kind === 'redirect') {
      const { to, code } = answer;
      return { data: null, meta: { redirect: { to, code } } };
    }
    const { documentId, locale: found } = answer;
    if (answer.kind === 'category') return { data: null, meta: { category: { documentId, locale: found } } };
    const entity: unknown = await strapi
      .documents(POST_UID)
      .findOne({ ...query, documentId, locale: found, status: 'published' });
    return this.transformResponse(await this.sanitizeOutput(entity, context));
  },

  ingest: (context: IngestContext): Promise<unknown> => ingest(strapi, context),
}));
