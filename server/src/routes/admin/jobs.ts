import { adminRoute, type AdminRoute } from './admin-route';

/** Jobs and how far they are; the handlers ask for the permission of what each job does. */
export const jobRoutes: AdminRoute[] = [
  adminRoute('GET', '/jobs', 'admin-jobs.list', null),
  adminRoute('GET', '/jobs/:id', 'admin-jobs.find', null),
  adminRoute('POST', '/jobs/:id/cancel', 'admin-jobs.cancel', null),
  adminRoute('POST', '/jobs/:id/resume', 'admin-jobs.resume', null),
];
