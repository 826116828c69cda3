import { Book } from '@strapi/icons';
import type { StrapiApp } from '@strapi/strapi/admin';
import { PERMISSIONS } from '../permissions';
import { PLUGIN_ID } from '../plugin-id';
import { getTrad } from '../translations/get-trad';

/** The widget of the admin's home page, for those who may see the overview. */
export function registerWidget(app: StrapiApp): void {
  app.widgets.register({
    id: 'overview',
    pluginId: PLUGIN_ID,
    icon: Book,
    title: { id: getTrad('overview.widget'), defaultMessage: 'Publishing' },
    link: {
      label: { id: getTrad('overview.open'), defaultMessage: 'Overview' },
      href: `/plugins/${PLUGIN_ID}`,
    },
    permissions: PERMISSIONS.seeOverview,
    component: () => import('./PressWidget').then((module) => module.default),
  });
}
