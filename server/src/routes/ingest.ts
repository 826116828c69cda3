import { z } from '@strapi/utils';
import { checkAnswer, checkRequest, ingestAnswer, ingestItem } from '../ingest';

/** What clients send in; the schemas are what `strapi openapi generate` writes down. */
export const ingestRoutes = {
  type: 'content-api' as const,
  routes: [
    {
      method: 'POST' as const,
      path: '/posts/ingest',
      handler: 'post.ingest',
      request: {
        query: {
          path: z.string().optional().describe("The file's place in the site, for text/markdown"),
          locale: z.string().optional().describe('For posts whose lang names no locale'),
          overwrite: z
            .enum(['true', 'false'])
            .optional()
            .describe('Takes the file where the post was edited too'),
        },
        body: {
          'text/markdown': z.string(),
          'application/json': z.array(ingestItem),
          'application/x-ndjson': ingestItem,
          'application/zip': z.string(),
        },
      },
      response: ingestAnswer,
      config: {},
    },
    {
      method: 'POST' as const,
      path: '/front-matter/validate',
      handler: 'front-matter.validate',
      request: { body: { 'application/json': checkRequest } },
      response: checkAnswer,
      config: {},
    },
  ],
};
