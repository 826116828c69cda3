import type { Core, UID } from '@strapi/strapi';
import type * as Nexus from 'nexus';
import type { Caller } from '../permissions/caller';

/** What a resolver is given of the request. */
export interface RequestContext {
  state: { auth?: Caller };
}

type Resolver = (
  parent: unknown,
  args: Record<string, unknown>,
  context: RequestContext,
  info: unknown,
) => unknown;

/** Runs around a resolver. */
export type ResolverMiddleware = (next: Resolver, ...call: Parameters<Resolver>) => unknown;

/** What a field asks before it is resolved. */
interface ResolverConfig {
  auth?: { scope: string[] };
  middlewares?: ResolverMiddleware[];
}

/** What an extension gives to Strapi's GraphQL plugin. */
export interface SchemaExtension {
  types: unknown[];
  resolversConfig: Record<string, ResolverConfig>;
}

interface ShadowCrud {
  disable(): ShadowCrud;
  field(name: string): { disable(): unknown };
}

/** The services of `@strapi/plugin-graphql` 5 that we use; the plugin has no types of its own for them. */
export interface GraphqlPlugin {
  extension: {
    shadowCRUD(uid: string): ShadowCrud;
    use(extend: (tools: { nexus: typeof Nexus }) => SchemaExtension): void;
  };
  /**
   * A list's arguments as a query of Strapi: also which part of the list they ask for, with the defaults of the app's config;
   * a negative limit is none.
   */
  queryOf: (uid: string, args: Record<string, unknown>) => ListQuery;
}

/** What a list is asked for. */
type ListQuery = Record<string, unknown> & { start: number; limit: number };

interface Builders {
  utils: {
    transformArgs(
      args: Record<string, unknown>,
      options: { contentType: unknown; usePagination: boolean },
    ): ListQuery;
  };
}

/** The GraphQL plugin's services; null where the app does not have or enable it. */
export function graphqlPlugin(strapi: Core.Strapi): GraphqlPlugin | null {
  const plugin: Core.Plugin | undefined = strapi.plugins.graphql;
  if (!plugin) return null;
  return {
    extension: strapi.plugin('graphql').service<GraphqlPlugin['extension']>('extension'),
    queryOf(uid, args) {
      const { utils } = strapi.plugin('graphql').service<Builders>('builders');
      const contentType = strapi.getModel(uid as UID.ContentType);
      return utils.transformArgs(args, { contentType, usePagination: true });
    },
  };
}
