import type { Core } from '@strapi/strapi';

/** What of a GraphQL schema is used here. */
interface Schema {
  getType(name: string): { getFields?: () => Record<string, { resolve?: unknown }> } | undefined;
}

/** The service of Strapi's GraphQL plugin that makes the schema; the plugin has no types of its own for it. */
interface SchemaService {
  buildSchema(): Schema;
}

/**
 * Fields that are read from the object as it is, and that nobody needs a permission for. Strapi puts an asynchronous check
 * around each field of each type; a page of a hundred posts has thousands of these, and the checks took longer than all the
 * rest of the request.
 */
const PLAIN_FIELDS: Record<string, readonly string[]> = {
  PressShareLink: ['network', 'label', 'url'],
  PressBackLink: ['kind', 'label', 'url'],
  PressHeading: ['level', 'id', 'text'],
  PressPostEdge: ['cursor', 'node'],
  PressArchivePeriod: ['year', 'month', 'day', 'count'],
  PressPageInfo: ['hasNextPage', 'hasPreviousPage', 'startCursor', 'endCursor'],
};

/** Gives those fields GraphQL's own way of reading a property, in each schema that Strapi builds from now on. */
export function readPlainFieldsAsTheyAre(strapi: Core.Strapi): void {
  const service = strapi.plugin('graphql').service<SchemaService>('content-api');
  const build = service.buildSchema.bind(service);
  service.buildSchema = () => {
    const schema = build();
    for (const [type, fields] of Object.entries(PLAIN_FIELDS)) {
      const found = schema.getType(type)?.getFields?.() ?? {};
      for (const name of fields) if (found[name]) found[name].resolve = undefined;
    }
    return schema;
  };
}
