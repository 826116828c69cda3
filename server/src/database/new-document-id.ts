import type { Core } from '@strapi/strapi';

/** An id for a new document, as Strapi makes them for a type; rows that are inserted past its entity manager get none. */
export function newDocumentId(strapi: Core.Strapi, uid: string): string {
  const { documentId } = strapi.db.metadata.get(uid).attributes as {
    documentId?: { default?: () => string };
  };
  if (!documentId?.default)
    throw new Error('Strapi gives documents no id: its documentId attribute has no default.');
  return documentId.default();
}
