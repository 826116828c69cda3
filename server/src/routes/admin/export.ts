import { adminRoute, type AdminRoute } from './admin-route';

const to = (method: AdminRoute['method'], path: string, name: string): AdminRoute =>
  adminRoute(method, path, `admin-export.${name}`, ['plugin::press.posts.export']);

/** What the page Export and the list of posts ask. */
export const exportRoutes: AdminRoute[] = [
  to('GET', '/exports', 'history'),
  to('POST', '/exports', 'begin'),
  to('GET', '/exports/texts', 'texts'),
  to('GET', '/exports/chosen', 'chosen'),
  to('GET', '/exports/:id/changes', 'changes'),
  to('GET', '/exports/:id/file', 'file'),
  to('DELETE', '/exports/:id', 'discard'),
];
