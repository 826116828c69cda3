import type { Core } from '@strapi/strapi';
import { CATEGORY_UID, JOB_UID, POST_UID, REDIRECT_UID, TAG_UID } from '../plugin-id';
import { archive, ARCHIVE_TYPE_NAMES } from './archive';
import { countOrder } from './count-order';
import { batchedCovers } from './covers';
import { draftGuard } from './draft-guard';
import { globalIds } from './global-ids';
import { graphqlPlugin } from './graphql-plugin';
import { LINK_TYPE_NAMES, linkTypes } from './link-types';
import { neighbours } from './neighbours';
import { NODE_TYPE_NAMES, nodeByUrl } from './node-by-url';
import { readPlainFieldsAsTheyAre } from './plain-fields';
import { CHECK_TYPE_NAMES, postChecks } from './post-checks';
import { postText, TEXT_TYPE_NAMES } from './post-text';
import { CURSOR_TYPE_NAMES, postsByCursor } from './posts-by-cursor';
import { related } from './related';
import { batchedRelations } from './relation-batch';
import { seo, SEO_TYPE_NAMES } from './seo';
import { termFields } from './term-fields';
import { findNameClash } from './name-clash';

/** Types that front ends do not ask by Strapi's built-in queries. */
const INTERNAL = [REDIRECT_UID, JOB_UID];
const PUBLIC = [POST_UID, CATEGORY_UID, TAG_UID];

/**
 * Adds our fields to the schema that Strapi's GraphQL plugin builds; does nothing without that plugin. Must run in
 * `register()`: in `bootstrap()` the schema may be built already when the app lists `graphql` before this plugin.
 */
export function registerGraphql({ strapi }: { strapi: Core.Strapi }): void {
  const plugin = graphqlPlugin(strapi);
  if (!plugin) return;
  const { extension } = plugin;
  for (const uid of INTERNAL) extension.shadowCRUD(uid).disable();
  // Redirects have a type of our own making, in the place of the one that is switched off.
  const clash = findNameClash(strapi, [...PUBLIC, REDIRECT_UID], {
    [POST_UID]: [
      ...LINK_TYPE_NAMES,
      ...NODE_TYPE_NAMES,
      ...CURSOR_TYPE_NAMES,
      ...ARCHIVE_TYPE_NAMES,
      ...TEXT_TYPE_NAMES,
      ...CHECK_TYPE_NAMES,
      ...SEO_TYPE_NAMES,
    ],
  });
  if (clash) {
    for (const uid of PUBLIC) extension.shadowCRUD(uid).disable();
    strapi.log.warn(
      `press: GraphQL is off for ${PUBLIC.join(', ')}, because ${clash.appUid} and ${clash.ownUid} would both have the GraphQL name ${clash.name}. Give ${clash.appUid} another singular or plural name to switch it on. REST and the admin are not concerned.`,
    );
    return;
  }
  for (const name of ['shareLinks', 'backLinks']) extension.shadowCRUD(POST_UID).field(name).disable();
  extension.use(({ nexus }) => globalIds(nexus));
  extension.use(({ nexus }) => linkTypes(strapi, nexus));
  extension.use(({ nexus }) => postText(strapi, nexus));
  extension.use(({ nexus }) => postChecks(strapi, nexus));
  extension.use(({ nexus }) => nodeByUrl(strapi, nexus));
  extension.use(({ nexus }) => postsByCursor(strapi, nexus));
  extension.use(({ nexus }) => archive(strapi, nexus));
  extension.use(({ nexus }) => neighbours(strapi, nexus));
  extension.use(({ nexus }) => termFields(strapi, nexus));
  extension.use(() => draftGuard(strapi, plugin));
  extension.use(({ nexus }) => related(strapi, nexus));
  extension.use(({ nexus }) => seo(strapi, nexus));
  extension.use(() => countOrder(strapi, plugin));
  extension.use(() => batchedRelations(strapi, plugin));
  extension.use(() => batchedCovers(strapi));
  readPlainFieldsAsTheyAre(strapi);
}
