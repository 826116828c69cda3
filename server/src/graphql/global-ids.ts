import type * as Nexus from 'nexus';
import type { SchemaExtension } from './graphql-plugin';

interface Identified {
  documentId: string;
  locale?: string | null;
  publishedAt?: unknown;
}

/**
 * `id` of posts, categories and tags, by which clients keep them apart in a normalized cache: a document in two locales, or a
 * draft and what is published of it, are two things there.
 */
export function globalIds(nexus: typeof Nexus): SchemaExtension {
  const idField = (type: string, description: string, nameOf: (row: Identified) => string[]) =>
    nexus.extendType({
      type,
      definition(t) {
        t.nonNull.id('id', {
          description,
          resolve: (parent) => encodedId([type, ...nameOf(parent as unknown as Identified)]),
        });
      },
    });
  const termName = ({ documentId, locale }: Identified) => [documentId, locale ?? ''];
  const ofTerm = 'One for each locale of a document; read nothing in it.';
  return {
    types: [
      idField(
        'PressPost',
        'One for each locale of a document, and another one for its draft; read nothing in it.',
        (row) => [...termName(row), row.publishedAt ? 'published' : 'draft'],
      ),
      idField('PressCategory', ofTerm, termName),
      idField('PressTag', ofTerm, termName),
    ],
    resolversConfig: {},
  };
}

function encodedId(parts: string[]): string {
  return Buffer.from(parts.join(':')).toString('base64url');
}
