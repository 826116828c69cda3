import type { Core } from '@strapi/strapi';
import { POST_UID } from '../plugin-id';

/** Whether the database has this plugin's tables; a dry run meets databases that no start of the app prepared. */
export function hasTables(strapi: Core.Strapi): Promise<boolean> {
  const { tableName } = strapi.db.metadata.get(POST_UID);
  return strapi.db.getSchemaConnection().hasTable(tableName);
}
