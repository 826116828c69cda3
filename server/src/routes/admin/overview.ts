import { adminRoute, type AdminRoute } from './admin-route';

const SEE = ['plugin::press.overview.see'] as const;

/** What the overview and the widget of the home page ask. */
export const overviewRoutes: AdminRoute[] = [
  adminRoute('GET', '/overview', 'admin-overview.read', [...SEE]),
  adminRoute('GET', '/overview/problems', 'admin-overview.problems', [...SEE]),
];
