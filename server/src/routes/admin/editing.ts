import { adminRoute, type AdminRoute } from './admin-route';

/** What the form of a post asks; the handler looks at the Content Manager's permissions. */
export const editingRoutes: AdminRoute[] = [
  adminRoute('GET', '/editing/settings', 'admin-editing.settings', null),
  adminRoute('GET', '/editing/posts/:documentId', 'admin-editing.stored', null),
  adminRoute('POST', '/editing/terms', 'admin-editing.terms', null),
  adminRoute('POST', '/editing/outlook', 'admin-editing.outlook', null),
];
