import { adminRoute, type AdminRoute } from './admin-route';

/** What the list of posts asks; the handlers look at the Content Manager's permissions. */
export const postListRoutes: AdminRoute[] = [
  adminRoute('POST', '/posts/problems', 'admin-posts.problems', null),
  adminRoute('POST', '/posts/recategorize', 'admin-posts.recategorize', null),
  adminRoute('POST', '/posts/regenerate', 'admin-posts.regenerate', ['plugin::press.posts.regenerate']),
];
