import type { Core, UID } from '@strapi/strapi';
import { camelCase, upperFirst } from 'lodash';

/** Two content types that Strapi's GraphQL plugin would give the same name. */
export interface NameClash {
  ownUid: string;
  appUid: string;
  name: string;
}

/**
 * The first content type of the app whose generated GraphQL type or query name is one of ours: `api::press-post` and
 * `plugin::press.post` are both `PressPost`.
 * Source of the names: `@strapi/plugin-graphql` 5.54, services/utils/naming.
 */
export function findNameClash(strapi: Core.Strapi, ownUids: string[]): NameClash | null {
  const own = new Map<string, string>();
  for (const uid of ownUids) for (const name of graphqlNames(strapi, uid)) own.set(name, uid);
  for (const uid of Object.keys(strapi.contentTypes)) {
    if (ownUids.includes(uid) || uid.startsWith('admin::')) continue;
    const name = graphqlNames(strapi, uid).find((candidate) => own.has(candidate));
    if (name) return { ownUid: own.get(name) ?? '', appUid: uid, name };
  }
  return null;
}

function graphqlNames(strapi: Core.Strapi, uid: string): string[] {
  const { plugin, info } = strapi.contentType(uid as UID.ContentType);
  const prefix = plugin ? upperFirst(camelCase(plugin)) : '';
  return [info.singularName, info.pluralName].map((name) => `${prefix}${upperFirst(camelCase(name))}`);
}
