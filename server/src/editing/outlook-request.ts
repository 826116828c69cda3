import { z } from '@strapi/utils';
import type { PostOutlookRequest, RelationTermsRequest } from '../../../core/admin/post-outlook';

const documentId = z.string();
const relation = z.strictObject({
  connect: z.array(
    z.strictObject({
      documentId,
      position: z
        .strictObject({
          before: documentId.optional(),
          after: documentId.optional(),
          start: z.boolean().optional(),
          end: z.boolean().optional(),
        })
        .optional(),
    }),
  ),
  disconnect: z.array(z.strictObject({ documentId })),
});

/** The body of a request for what a post would be. */
export const outlookRequest: z.ZodType<PostOutlookRequest> = z.strictObject({
  documentId: z.string().nullable(),
  locale: z.string().nullable(),
  frontMatter: z.string().nullable(),
  body: z.string().nullable(),
  slugFromTitle: z.boolean().optional(),
  html: z.boolean().optional(),
});

/** The body of a request for the terms of relations. */
export const relationTermsRequest: z.ZodType<RelationTermsRequest> = z.strictObject({
  documentId: z.string().nullable(),
  locale: z.string().nullable(),
  categories: relation.optional(),
  tags: relation.optional(),
});
