import type { Core } from '@strapi/strapi';
import { PLUGIN_ID } from '../plugin-id';

/**
 * What roles of the admin can be allowed in Settings → Roles → Plugins. The last word of each is unique, as the admin makes
 * names from it (`canImport`).
 */
const ACTIONS = [
  { uid: 'overview.see', subCategory: 'overview', displayName: 'See the overview' },
  { uid: 'posts.import', subCategory: 'posts', displayName: 'Import posts' },
  { uid: 'posts.export', subCategory: 'posts', displayName: 'Export posts' },
  { uid: 'posts.regenerate', subCategory: 'posts', displayName: 'Regenerate links' },
  { uid: 'terms.merge', subCategory: 'categories and tags', displayName: 'Merge categories and tags' },
  { uid: 'settings.read', subCategory: 'settings', displayName: 'Read' },
  { uid: 'settings.update', subCategory: 'settings', displayName: 'Update' },
] as const;

/** An action of the admin's role permissions. */
export type AdminAction = `plugin::press.${(typeof ACTIONS)[number]['uid']}`;

/** Makes the plugin's actions known to the admin's roles; the super administrator has them from then on. */
export async function registerAdminActions(strapi: Core.Strapi): Promise<void> {
  const { actionProvider } = strapi.service('admin::permission') as unknown as PermissionService;
  await actionProvider.registerMany(
    ACTIONS.map((action) => ({ ...action, section: 'plugins', pluginName: PLUGIN_ID })),
  );
}

/** What we use of Strapi's permission service, which has no types. */
interface PermissionService {
  actionProvider: { registerMany(actions: object[]): Promise<void> };
}
