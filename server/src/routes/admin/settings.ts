import { adminRoute, type AdminRoute } from './admin-route';

/** The settings page. */
export const settingsRoutes: AdminRoute[] = [
  adminRoute('GET', '/settings', 'admin-settings.find', ['plugin::press.settings.read']),
  adminRoute('PUT', '/settings', 'admin-settings.update', [
    'plugin::press.settings.read',
    'plugin::press.settings.update',
  ]),
  adminRoute('POST', '/settings/preview', 'admin-settings.preview', ['plugin::press.settings.read']),
  adminRoute('GET', '/settings/posts', 'admin-settings.posts', ['plugin::press.settings.read']),
];
