import type { Core } from '@strapi/strapi';
import DataLoader from 'dataloader';
import { sortBy } from 'lodash';
import type * as Nexus from 'nexus';
import type { ListedStatus } from '../listing/listing-tables';
import { visibleCounts } from '../listing/visible-counts';
import { requireDraftAccess } from '../permissions/draft-access';
import { CATEGORY_UID, POST_UID } from '../plugin-id';
import type { TermKind } from '../terms/term-kind';
import type { RequestContext, SchemaExtension } from './graphql-plugin';
import { relatedRows, type Entity, type Relation } from './related-rows';
import { spend } from './request-cost';
import { requestLoader } from './request-loader';
import { rowId } from './row-id';

const PARENT: Relation = { uid: CATEGORY_UID, attribute: 'parent', target: CATEGORY_UID };

/** `postCount` of categories and tags, and the tree of categories. */
export function termFields(strapi: Core.Strapi, nexus: typeof Nexus): SchemaExtension {
  const status = nexus.arg({
    type: 'PublicationStatus',
    default: 'published',
    description: 'Drafts are counted for API tokens and for callers who may update posts.',
  });
  const countField = (type: 'PressCategory' | 'PressTag', kind: TermKind) =>
    nexus.extendType({
      type,
      definition(t) {
        t.nonNull.int('postCount', {
          description:
            'How many posts have it; those dated ahead are left out, unless the setting `future` is on. Takes as long for many posts as for few. Needs permission to find posts.',
          args: { status },
          resolve: (parent, args, context) => count(kind, rowId(parent), statusOf(args), asRequest(context)),
        });
      },
    });
  const tree = nexus.extendType({
    type: 'PressCategory',
    definition(t) {
      t.nonNull.list.nonNull.field('children', {
        type: 'PressCategory',
        description: 'The categories directly below it, by name.',
        async resolve(parent, _args, context, info) {
          const inverse = { ...PARENT, inverse: true };
          const children = await relatedRows(strapi, inverse, rowId(parent), context as object);
          spend(context as object, info, children.length + 1);
          return sortBy(children, 'name') as never;
        },
      });
      t.nonNull.list.nonNull.field('ancestors', {
        type: 'PressCategory',
        description: 'The categories above it, the outermost first.',
        async resolve(parent, _args, context, info) {
          const line = await ancestors(rowId(parent), context as object);
          spend(context as object, info, line.length + 1);
          return line as never;
        },
      });
    },
  });
  return {
    types: [countField('PressCategory', 'category'), countField('PressTag', 'tag'), tree],
    resolversConfig: {
      'PressCategory.postCount': { auth: { scope: [`${POST_UID}.find`] } },
      'PressTag.postCount': { auth: { scope: [`${POST_UID}.find`] } },
      'PressCategory.children': { auth: { scope: [`${CATEGORY_UID}.find`] } },
      'PressCategory.ancestors': { auth: { scope: [`${CATEGORY_UID}.find`] } },
    },
  };

  async function count(
    kind: TermKind,
    id: number,
    asked: ListedStatus,
    context: RequestContext,
  ): Promise<number> {
    await requireDraftAccess(strapi, asked, context.state.auth);
    const loader = requestLoader(
      context,
      `post count ${kind} ${asked}`,
      () => new DataLoader<number, number>((ids) => visibleCounts(strapi, kind, ids, asked)),
    );
    return loader.load(id);
  }

  /** A circle, which the database may hold though no save makes one, ends where it would come round. */
  async function ancestors(id: number, context: object): Promise<Entity[]> {
    const line: Entity[] = [];
    const seen = new Set([id]);
    let [above] = await relatedRows(strapi, PARENT, id, context);
    while (above && !seen.has(rowId(above))) {
      line.unshift(above);
      seen.add(rowId(above));
      [above] = await relatedRows(strapi, PARENT, rowId(above), context);
    }
    return line;
  }
}

function statusOf(args: unknown): ListedStatus {
  return (args as { status?: ListedStatus | null }).status ?? 'published';
}

function asRequest(context: unknown): RequestContext {
  return context as RequestContext;
}
