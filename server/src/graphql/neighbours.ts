import type { Core } from '@strapi/strapi';
import DataLoader from 'dataloader';
import type * as Nexus from 'nexus';
import { placeKey, readNeighbours, type ListPlace, type Neighbours } from '../listing/listing-neighbours';
import { listOf, listOfLocale } from '../listing/listing-tables';
import { requireDraftAccess } from '../permissions/draft-access';
import { CATEGORY_UID, POST_UID } from '../plugin-id';
import { pressService } from '../press-service';
import type { SettingsService } from '../settings';
import type { RequestContext, SchemaExtension } from './graphql-plugin';
import { postRow } from './post-rows';
import { relatedRows, type Entity, type Relation } from './related-rows';
import { spend } from './request-cost';
import { requestLoader } from './request-loader';
import { rowId } from './row-id';

const CATEGORIES: Relation = { uid: POST_UID, attribute: 'categories', target: CATEGORY_UID };

/**
 * `previous` and `next` of a post. For all posts of a request that are asked at once there is one query for the neighbours
 * and one for their rows.
 */
export function neighbours(strapi: Core.Strapi, nexus: typeof Nexus): SchemaExtension {
  const sameCategory = nexus.booleanArg({
    default: false,
    description: "Stays in the post's first category; a post without one has no neighbour there.",
  });
  const type = nexus.extendType({
    type: 'PressPost',
    definition(t) {
      t.field('previous', {
        type: 'PressPost',
        description:
          'The post before it: the next older one in its locale, in the order of `pressPostsByCursor`. Of a draft it is a draft. Posts dated ahead are passed over, unless the setting `future` is on.',
        args: { sameCategory },
        resolve(parent, args, context, info) {
          spend(context as object, info, 1);
          return neighbour('older', parent, args, asRequest(context)) as never;
        },
      });
      t.field('next', {
        type: 'PressPost',
        description: 'The post after it: the next newer one, as `previous`.',
        args: { sameCategory },
        resolve(parent, args, context, info) {
          spend(context as object, info, 1);
          return neighbour('newer', parent, args, asRequest(context)) as never;
        },
      });
    },
  });
  const auth = { scope: [`${POST_UID}.find`] };
  return {
    types: [type],
    resolversConfig: { 'PressPost.previous': { auth }, 'PressPost.next': { auth } },
  };

  async function neighbour(
    side: 'older' | 'newer',
    parent: unknown,
    args: unknown,
    context: RequestContext,
  ): Promise<Entity | null> {
    const post = rowId(parent);
    let list = listOfLocale((parent as { locale: string | null }).locale);
    if ((args as { sameCategory?: boolean | null }).sameCategory) {
      const [category] = await relatedRows(strapi, CATEGORIES, post, context);
      if (!category) return null;
      list = listOf('category', Number(category.id));
    }
    const found = await requestLoader(context, 'neighbours', createLoader).load({ list, post });
    if (!found) return null;
    await requireDraftAccess(strapi, found.status, context.state.auth);
    const neighbourId = found[side];
    return neighbourId === null ? null : postRow(strapi, neighbourId, context);
  }

  function createLoader(): DataLoader<ListPlace, Neighbours | null, string> {
    return new DataLoader<ListPlace, Neighbours | null, string>(
      async (places) => {
        const { future } = await pressService<SettingsService>(strapi, 'settings').recent();
        const found = await readNeighbours(strapi, places, future ? null : Date.now());
        return places.map((place) => found.get(placeKey(place)) ?? null);
      },
      { cacheKeyFn: placeKey },
    );
  }
}

function asRequest(context: unknown): RequestContext {
  return context as RequestContext;
}
