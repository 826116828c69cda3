import { Book } from '@strapi/icons';
import type { StrapiApp } from '@strapi/strapi/admin';
import { registerEditLayout, registerEditView } from './edit-view';
import { registerWidget } from './homepage';
import { registerListView } from './list-view';
import { PAGE_PERMISSIONS } from './pages/press-pages';
import { PERMISSIONS } from './permissions';
import { PLUGIN_ID } from './plugin-id';
import { getTrad } from './translations/get-trad';
import { loadTranslations } from './translations/load-translations';

/** The admin side of the plugin, as Strapi 5 loads it: what it adds, and where; the code of each is loaded when it is shown. */
export default {
  register(app: StrapiApp): void {
    app.registerPlugin({ id: PLUGIN_ID, name: PLUGIN_ID });
    app.addMenuLink({
      to: `plugins/${PLUGIN_ID}`,
      icon: Book,
      intlLabel: { id: getTrad('plugin.name'), defaultMessage: 'Press' },
      permissions: PAGE_PERMISSIONS,
      position: 3,
      Component: () => import('./pages/PressPages'),
    });
    app.addSettingsLink('global', {
      id: PLUGIN_ID,
      to: PLUGIN_ID,
      intlLabel: { id: getTrad('plugin.name'), defaultMessage: 'Press' },
      permissions: PERMISSIONS.readSettings,
      Component: () => import('./pages/settings/SettingsPage'),
    });
    registerEditView(app);
    registerWidget(app);
  },

  bootstrap(app: Pick<StrapiApp, 'getPlugin' | 'registerHook'>): void {
    registerListView(app);
    registerEditLayout(app);
  },

  registerTrads({ locales }: { locales: string[] }) {
    return loadTranslations(locales);
  },
};
