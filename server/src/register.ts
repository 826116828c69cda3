import type { Core } from '@strapi/strapi';
import { registerProblemFilter } from './editing';
import { registerDocumentMiddleware } from './events/document-middleware';
import { registerPostsChangedWebhook } from './events/posts-changed';
import { registerGraphql } from './graphql';
import { registerImageModel } from './import/images';
import { streamMarkdown } from './ingest';
import { registerListingTables } from './listing';
import { registerAdminActions } from './permissions/admin-actions';
import { PLUGIN_ID } from './plugin-id';

/** Before the content types and the GraphQL schema are built. */
export async function register({ strapi }: { strapi: Core.Strapi }): Promise<void> {
  registerListingTables(strapi);
  registerDocumentMiddleware(strapi);
  registerProblemFilter(strapi);
  registerPostsChangedWebhook(strapi);
  registerImageModel(strapi);
  streamMarkdown(strapi);
  registerGraphql({ strapi });
  // What the form shows as an editor for front matter is stored as plain text.
  strapi.customFields.register({
    name: 'front-matter',
    plugin: PLUGIN_ID,
    type: 'text',
    inputSize: { default: 12, isResizable: false },
  });
  await registerAdminActions(strapi);
}
