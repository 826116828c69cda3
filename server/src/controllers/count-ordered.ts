import type { Core } from '@strapi/strapi';
import { omit } from 'lodash';
import { countOrderOf, requireCountAccess, termsByCount, type CountOrder } from '../listing/count-order';
import type { Caller } from '../permissions/caller';
import { TERM_TYPES, type TermKind } from '../terms/term-kind';
import type { CoreController, QueryContext } from './core-controller';

interface FindContext extends QueryContext {
  state: { auth?: Caller };
}

type FindController = CoreController & { find(context: FindContext): Promise<unknown> };
type Factory = (tools: { strapi: Core.Strapi }) => unknown;

/** Where a page stands, in the form in which the query asks for it. */
interface Pagination {
  page?: number;
  pageSize?: number;
  start?: number;
  limit?: number;
}

interface CoreService {
  find(query: Record<string, unknown>): Promise<{ pagination: Pagination }>;
}

/** A core controller of terms that also answers `GET /api/press/categories?sort=postCount:desc`, and the same of tags. */
export function countOrdered<Create extends Factory>(kind: TermKind, create: Create): Create {
  const createOrdered = ({ strapi }: { strapi: Core.Strapi }): unknown => {
    const controller = create({ strapi }) as FindController;
    const find = controller.find.bind(controller);
    controller.find = (context) => {
      const order = countOrderOf(context.query.sort);
      return order ? findByCount(strapi, kind, controller, context, order) : find(context);
    };
    return controller;
  };
  return createOrdered as Create;
}

/** All other parameters are as without such an order. */
async function findByCount(
  strapi: Core.Strapi,
  kind: TermKind,
  controller: CoreController,
  context: FindContext,
  order: CountOrder,
): Promise<unknown> {
  await requireCountAccess(strapi, context.state.auth);
  context.query = { ...context.query, sort: order.rest };
  await controller.validateQuery(context);
  const query = await controller.sanitizeQuery(context);
  const service = strapi.service(TERM_TYPES[kind].uid) as unknown as CoreService;
  const { pagination } = await service.find({ ...omit(query, 'populate'), fields: ['documentId'] });
  const { page = 1, pageSize = 0, start = (page - 1) * pageSize, limit = pageSize } = pagination;
  const rows = await termsByCount(strapi, kind, omit(query, ['pagination', 'sort']), order, { start, limit });
  return controller.transformResponse(await controller.sanitizeOutput(rows, context), { pagination });
}
