import type { Core } from '@strapi/strapi';
import type { REDIRECT_UID } from '../../server/src/plugin-id';
import { CATEGORY_UID, POST_UID, TAG_UID } from '../../server/src/plugin-id';

export interface TestDocument {
  id: number;
  documentId: string;
  locale: string;
  [attribute: string]: unknown;
}

interface Call {
  documentId: string;
  locale?: string;
  [parameter: string]: unknown;
}

/**
 * Strapi's Document Service for one of our types. Strapi types the data of a plugin's types only where an app generated
 * them, so the parameters are open here.
 */
export interface TestDocuments {
  create(call: Omit<Call, 'documentId'>): Promise<TestDocument>;
  update(call: Call): Promise<TestDocument | null>;
  publish(call: Call): Promise<{ entries: TestDocument[] }>;
  unpublish(call: Call): Promise<{ entries: TestDocument[] }>;
  discardDraft(call: Call): Promise<{ entries: TestDocument[] }>;
  clone(call: Call): Promise<{ documentId: string; entries: TestDocument[] }>;
  delete(call: Call): Promise<{ entries: TestDocument[] }>;
  findMany(call: Omit<Call, 'documentId'>): Promise<TestDocument[]>;
  findFirst(call: Omit<Call, 'documentId'>): Promise<TestDocument | null>;
}

export type OwnUid = typeof POST_UID | typeof CATEGORY_UID | typeof TAG_UID | typeof REDIRECT_UID;

export function documentsOf(strapi: Core.Strapi, uid: OwnUid): TestDocuments {
  return strapi.documents(uid) as unknown as TestDocuments;
}

/** Deletes all posts, categories and tags in every locale. */
export async function deleteEverything(strapi: Core.Strapi): Promise<void> {
  for (const uid of [POST_UID, TAG_UID, CATEGORY_UID] as const) {
    const rows = await documentsOf(strapi, uid).findMany({ locale: '*', fields: ['documentId'] });
    for (const documentId of new Set(rows.map((row) => row.documentId))) {
      await documentsOf(strapi, uid).delete({ documentId, locale: '*' });
    }
  }
}
