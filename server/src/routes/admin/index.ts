import type { AdminRoute } from './admin-route';
import { editingRoutes } from './editing';
import { exportRoutes } from './export';
import { importRoutes } from './import';
import { jobRoutes } from './jobs';
import { overviewRoutes } from './overview';
import { postListRoutes } from './posts';
import { settingsRoutes } from './settings';
import { termRoutes } from './terms';

/** What the plugin's pages and panels in the admin ask, under `/press`. */
export const adminRoutes: { type: 'admin'; routes: AdminRoute[] } = {
  type: 'admin',
  routes: [
    ...editingRoutes,
    ...exportRoutes,
    ...importRoutes,
    ...jobRoutes,
    ...overviewRoutes,
    ...postListRoutes,
    ...settingsRoutes,
    ...termRoutes,
  ],
};
