import { adminRoute, type AdminRoute } from './admin-route';

const to = (method: AdminRoute['method'], path: string, name: string): AdminRoute =>
  adminRoute(method, path, `admin-import.${name}`, ['plugin::press.posts.import']);

/** What the page Import asks. */
export const importRoutes: AdminRoute[] = [
  to('GET', '/imports', 'history'),
  to('POST', '/imports', 'receive'),
  to('GET', '/imports/:id', 'detail'),
  to('DELETE', '/imports/:id', 'discard'),
  to('GET', '/imports/:id/problems', 'problems'),
  to('GET', '/imports/:id/files', 'text'),
  to('PUT', '/imports/:id/files', 'writeText'),
  to('POST', '/imports/:id/check', 'check'),
  to('POST', '/imports/:id/fix', 'fix'),
  to('POST', '/imports/:id/run', 'run'),
  to('POST', '/imports/:id/resume', 'resume'),
  to('GET', '/imports/:id/report', 'report'),
];
