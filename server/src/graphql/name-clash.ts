import type { Core, UID } from '@strapi/strapi';
import { camelCase, upperFirst } from 'lodash';

/** Two content types for which the same GraphQL name would be made. */
export interface NameClash {
  ownUid: string;
  appUid: string;
  name: string;
}

/** What Strapi's GraphQL plugin appends to a type's name. */
const SUFFIXES = [
  'Input',
  'FiltersInput',
  'Entity',
  'EntityResponse',
  'EntityResponseCollection',
  'RelationResponseCollection',
];

/**
 * The first other content type for which a GraphQL name of ours would be made too: `api::press-post` and
 * `plugin::press.post` are both `PressPost`.
 * @param added names of types that we add ourselves, by the content type they belong to.
 * Source of the names: `@strapi/plugin-graphql` 5.54, services/utils/naming.
 */
export function findNameClash(
  strapi: Core.Strapi,
  ownUids: readonly string[],
  added: Record<string, readonly string[]>,
): NameClash | null {
  const own = new Map<string, string>();
  for (const uid of ownUids)
    for (const name of [...graphqlNames(strapi, uid), ...(added[uid] ?? [])]) own.set(name, uid);
  for (const uid of Object.keys(strapi.contentTypes)) {
    if (ownUids.includes(uid) || uid.startsWith('admin::')) continue;
    const name = graphqlNames(strapi, uid).find((candidate) => own.has(candidate));
    if (name) return { ownUid: own.get(name) ?? '', appUid: uid, name };
  }
  return null;
}

/** Type names; those of queries and mutations follow from the first two and clash with them only. */
function graphqlNames(strapi: Core.Strapi, uid: string): string[] {
  const { plugin, info } = strapi.contentType(uid as UID.ContentType);
  const prefix = plugin ? upperFirst(camelCase(plugin)) : '';
  const [singular, plural] = [info.singularName, info.pluralName].map(
    (name) => `${prefix}${upperFirst(camelCase(name))}`,
  );
  return [singular, plural, ...SUFFIXES.map((suffix) => `${singular}${suffix}`)];
}
