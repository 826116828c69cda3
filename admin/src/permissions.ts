import { POST_UID } from './plugin-id';

/** An action of the admin's role permissions, as `useRBAC` and `Page.Protect` take it. */
export interface AdminPermission {
  action: string;
  subject: string | null;
}

const to = (action: string): AdminPermission[] => [{ action: `plugin::press.${action}`, subject: null }];

const toPosts = (action: string): AdminPermission[] => [
  { action: `plugin::content-manager.explorer.${action}`, subject: POST_UID },
];

/** What each page and action of the plugin asks for; the server asks for the same (`server/src/permissions/admin-actions.ts`). */
export const PERMISSIONS = {
  seeOverview: to('overview.see'),
  importPosts: to('posts.import'),
  exportPosts: to('posts.export'),
  regeneratePosts: to('posts.regenerate'),
  mergeTerms: to('terms.merge'),
  readSettings: to('settings.read'),
  updateSettings: to('settings.update'),
  readPosts: toPosts('read'),
  createPosts: toPosts('create'),
  updatePosts: toPosts('update'),
  publishPosts: toPosts('publish'),
};
