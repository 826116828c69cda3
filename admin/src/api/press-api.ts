import { adminApi } from '@strapi/strapi/admin';

/** The plugin's part of the admin's API client; each part of the admin injects its own endpoints. */
export const pressApi = adminApi.enhanceEndpoints({
  addTagTypes: [
    'PressOverview',
    'PressImport',
    'PressExport',
    'PressSettings',
    'PressJob',
    'PressTerm',
    'Document',
    // The Content Manager invalidates it with nearly every save, and `Document` only by the ids of its own queries.
    'CountDocuments',
  ],
});
