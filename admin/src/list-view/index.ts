import type { ContentManagerPlugin } from '@strapi/content-manager/strapi-admin';
import type { StrapiApp } from '@strapi/strapi/admin';
import { BULK_ACTIONS } from './bulk-actions';
import { withPostColumns } from './columns';
import { ProblemFilter } from './ProblemFilter';

const COLUMNS_HOOK = 'Admin/CM/pages/ListView/inject-column-in-table';

/** What the plugin adds to the Content Manager's list of posts. */
export function registerListView(app: Pick<StrapiApp, 'getPlugin' | 'registerHook'>): void {
  const contentManager = app.getPlugin('content-manager');
  const { apis } = contentManager as unknown as ContentManagerPlugin['config'];
  apis.addBulkAction((actions) => [...actions, ...BULK_ACTIONS]);
  contentManager.injectComponent('listView', 'actions', {
    name: 'press-problem-filter',
    Component: ProblemFilter,
  });
  app.registerHook(COLUMNS_HOOK, withPostColumns);
}
