import type { Core } from '@strapi/strapi';
import type * as Nexus from 'nexus';
import { CATEGORY_UID, POST_UID, TAG_UID } from '../plugin-id';
import type { ListedStatus } from '../listing/listing-tables';
import { mayDo } from '../permissions/caller';
import { requireDraftAccess } from '../permissions/draft-access';
import { pressService } from '../press-service';
import type { RedirectsService } from '../redirects';
import type { RequestContext, SchemaExtension } from './graphql-plugin';
import { spend } from './request-cost';

/** Names of the types that are defined here. */
export const NODE_TYPE_NAMES = ['PressNode', 'PressRedirect'] as const;

const NODES = {
  post: { uid: POST_UID, typename: 'PressPost' },
  category: { uid: CATEGORY_UID, typename: 'PressCategory' },
  tag: { uid: TAG_UID, typename: 'PressTag' },
} as const;

interface Arguments {
  url: string;
  locale?: string | null;
  status?: ListedStatus | null;
}

interface NodeParent {
  __typename: 'PressPost' | 'PressCategory' | 'PressTag' | 'PressRedirect';
}

/** `pressNodeByUrl`: what readers get at a URL of the site. */
export function nodeByUrl(strapi: Core.Strapi, nexus: typeof Nexus): SchemaExtension {
  const redirect = nexus.objectType({
    name: 'PressRedirect',
    description: 'Another URL, to which readers are to be sent.',
    definition(t) {
      t.nonNull.string('to', { description: 'A path of the site, or an absolute URL.' });
      t.nonNull.int('code', { description: 'The HTTP status to send with it, such as 301.' });
    },
  });
  const node = nexus.unionType({
    name: 'PressNode',
    description: 'What is found at a URL.',
    definition(t) {
      t.members('PressPost', 'PressCategory', 'PressTag', 'PressRedirect');
    },
    resolveType: (item) => (item as NodeParent).__typename as never,
  });
  const query = nexus.extendType({
    type: 'Query',
    definition(t) {
      t.field('pressNodeByUrl', {
        type: 'PressNode',
        description:
          'The post at a URL of the site, the category or tag whose page it is (for callers who may find these), or the redirect that was left there; null where there is nothing.',
        args: {
          url: nexus.nonNull(
            nexus.stringArg({ description: 'A path or a whole URL of the site, percent-encoded or not.' }),
          ),
          locale: nexus.stringArg({
            description: 'Looks in this locale only; else in the default one first, then in the others.',
          }),
          status: nexus.arg({
            type: 'PublicationStatus',
            default: 'published',
            description: 'Drafts are shown to API tokens and to callers who may update posts.',
          }),
        },
        async resolve(_parent, args, context, info) {
          const { url, locale, status } = args as Arguments;
          // Each kind is looked for in each locale.
          spend(context as object, info, 10);
          await requireDraftAccess(strapi, status, (context as unknown as RequestContext).state.auth);
          const service = pressService<RedirectsService>(strapi, 'redirects');
          const answer = await service.resolve(url, locale ?? undefined, status ?? undefined);
          if (!answer) return null;
          if (answer.kind === 'redirect')
            return { __typename: 'PressRedirect', to: answer.to, code: answer.code };
          const { auth } = (context as unknown as RequestContext).state;
          const { uid, typename } = NODES[answer.kind];
          // Whoever may find posts asks by URL; categories and tags have permissions of their own.
          if (uid !== POST_UID && !(await mayDo(strapi, auth, `${uid}.find`))) return null;
          const row: unknown = await strapi.db.query(uid).findOne({ where: { id: answer.id } });
          const clean: unknown = await strapi.contentAPI.sanitize.output(row, strapi.contentType(uid), {
            auth,
          });
          // Relations resolve from the row id, which sanitizing leaves out.
          return {
            ...(clean as object),
            id: answer.id,
            __typename: typename,
          };
        },
      });
    },
  });
  return {
    types: [redirect, node, query],
    resolversConfig: { 'Query.pressNodeByUrl': { auth: { scope: ['plugin::press.post.find'] } } },
  };
}
