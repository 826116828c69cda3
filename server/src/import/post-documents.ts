import type { Core } from '@strapi/strapi';
import { POST_UID } from '../plugin-id';

interface Call {
  locale: string;
  data: { frontMatter: string | null; body: string; cover?: number | null };
}

interface DocumentCall {
  documentId: string;
  locale: string;
}

/** The calls of Strapi's Document Service that an import makes; Strapi types a plugin's data only in the app. */
export interface PostDocuments {
  create(call: Call & { status?: 'published' }): Promise<{ documentId: string }>;
  update(call: Call & DocumentCall): Promise<unknown>;
  publish(call: DocumentCall): Promise<unknown>;
  unpublish(call: DocumentCall): Promise<unknown>;
  delete(call: DocumentCall): Promise<unknown>;
}

export function postDocuments(strapi: Core.Strapi): PostDocuments {
  return strapi.documents(POST_UID) as unknown as PostDocuments;
}

/** Whether a document has a row in a locale. */
export async function hasLocale(strapi: Core.Strapi, where: DocumentCall): Promise<boolean> {
  return (await strapi.db.query(POST_UID).count({ where: { ...where } })) > 0;
}
