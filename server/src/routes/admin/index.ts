import type { AdminRoute } from './admin-route';

/** What the plugin's pages and panels in the admin ask, under `/press`. */
export const adminRoutes: { type: 'admin'; routes: AdminRoute[] } = {
  type: 'admin',
  routes: [],
};
