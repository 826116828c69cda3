import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import { isPlainObject } from 'lodash';
import type { Caller } from '../permissions/caller';
import { visibleUntil } from '../permissions/due-access';
import { POST_UID } from '../plugin-id';

/** Whether the route finds its posts by `filters`, or has left out what is dated ahead already. */
type Finding = 'filters' | 'own';

/** Leaves out published posts that are dated ahead, for callers who may only read; their other languages too. */
export function guardDue(strapi: Core.Strapi, finding: Finding): Core.MiddlewareHandler {
  return async (context, next) => {
    const { query, state } = context;
    const isPublished = query.status === undefined || query.status === 'published';
    const until = isPublished ? await visibleUntil(strapi, (state as { auth?: Caller }).auth) : null;
    if (until && finding === 'filters')
      Object.assign(query, { filters: withDate((query as { filters?: unknown }).filters, until) });
    await next();
    const { data } = (context.body ?? {}) as { data?: unknown };
    if (until && data) await dropLanguagesAhead(strapi, data, until);
  };
}

/** @throws ValidationError */
function withDate(filters: unknown, until: Date): unknown {
  const due = { $or: [{ date: { $null: true } }, { date: { $lte: until.toISOString() } }] };
  if (filters === undefined) return due;
  if (!isPlainObject(filters) && !Array.isArray(filters))
    throw new errors.ValidationError('filters must be a map of attributes');
  return { $and: [filters, due] };
}

interface Populated {
  id?: unknown;
  localizations?: unknown;
}

/** A post's other languages are posts of their own, however deep they are populated. */
async function dropLanguagesAhead(strapi: Core.Strapi, data: unknown, until: Date): Promise<void> {
  const lists = listsOf(data);
  const ids = lists.flatMap(({ localizations }) => (localizations as Populated[]).map(({ id }) => id));
  if (ids.length === 0) return;
  const found: unknown = await strapi.db
    .query(POST_UID)
    .findMany({ where: { id: { $in: ids }, date: { $gt: until } }, select: ['id'] });
  const ahead = new Set<unknown>((found as { id: number }[]).map(({ id }) => id));
  for (const post of lists)
    post.localizations = (post.localizations as Populated[]).filter(({ id }) => !ahead.has(id));
}

function listsOf(data: unknown): Populated[] {
  if (Array.isArray(data)) return data.flatMap(listsOf);
  const { localizations } = data as Populated;
  return Array.isArray(localizations) ? [data as Populated, ...listsOf(localizations)] : [];
}
