import type { Core } from '@strapi/strapi';
import type { ExamplePost } from '../../../core/admin/settings';
import { POST_UID } from '../plugin-id';

/** What the Content Manager knows of an administrator's permissions for posts. */
interface PermissionChecker {
  cannot: { read(): boolean };
  sanitizedQuery: { read(query: object): Promise<object> };
}
interface PermissionCheckerService {
  create(options: { userAbility: unknown; model: string }): PermissionChecker;
}
interface QueryParams {
  transform(uid: string, query: object): { where?: object };
}

/** A published row that can be the example. */
export type ExampleRow = ExamplePost & { id: number };

/**
 * The newest published posts that an administrator may read in the Content Manager, of all locales.
 * @param wanted filters as REST takes them.
 */
export async function examplePosts(
  strapi: Core.Strapi,
  userAbility: unknown,
  { wanted = {}, limit }: { wanted?: Record<string, unknown>; limit: number },
): Promise<ExampleRow[]> {
  const checker = strapi
    .plugin('content-manager')
    .service<PermissionCheckerService>('permission-checker')
    .create({ userAbility, model: POST_UID });
  if (checker.cannot.read()) return [];
  const permitted = await checker.sanitizedQuery.read({ filters: wanted });
  const { where = {} } = strapi.get<QueryParams>('query-params').transform(POST_UID, permitted);
  const rows: unknown = await strapi.db.query(POST_UID).findMany({
    where: { $and: [where, { publishedAt: { $notNull: true } }] },
    select: ['id', 'documentId', 'locale', 'title'],
    orderBy: { date: 'desc' },
    limit,
  });
  return rows as ExampleRow[];
}
