import { adminRoute, type AdminRoute } from './admin-route';

const MERGE = ['plugin::press.terms.merge'] as const;

/** Beside the form of a category or tag; the handlers look at the Content Manager's permissions too. */
export const termRoutes: AdminRoute[] = [
  adminRoute('POST', '/terms/:kind/:documentId/outlook', 'admin-terms.outlook', null),
  adminRoute('POST', '/terms/:kind/:documentId/merge-outlook', 'admin-terms.mergeOutlook', [...MERGE]),
  adminRoute('POST', '/terms/:kind/:documentId/merge', 'admin-terms.merge', [...MERGE]),
];
