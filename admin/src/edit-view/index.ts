import type { ComponentType } from 'react';
import type { ContentManagerPlugin } from '@strapi/content-manager/strapi-admin';
import { Code } from '@strapi/icons';
import type { StrapiApp } from '@strapi/strapi/admin';
import { PLUGIN_ID } from '../plugin-id';
import { getTrad } from '../translations/get-trad';
import { withTranslatedHints } from './field-hints';
import { loadPostPanels, PostLinksPanel, PostPreviewPanel } from './post-panels';
import { MergeAction, TermPanel } from './term-additions';

/** What the plugin adds to the form of an entry in the Content Manager. */
export function registerEditView(app: StrapiApp): void {
  app.customFields.register({
    name: 'front-matter',
    pluginId: PLUGIN_ID,
    type: 'text',
    intlLabel: { id: getTrad('editor.label'), defaultMessage: 'Front matter' },
    intlDescription: {
      id: getTrad('editor.description'),
      defaultMessage: 'YAML as in a Jekyll post, with its problems and their fixes',
    },
    icon: Code,
    components: { Input: loadInput },
  });
  const { apis } = app.getPlugin('content-manager') as unknown as ContentManagerPlugin['config'];
  apis.addEditViewSidePanel([PostPreviewPanel, PostLinksPanel, TermPanel]);
  apis.addDocumentAction([MergeAction]);
}

/** What the plugin changes in that form, once all plugins are there. */
export function registerEditLayout(app: Pick<StrapiApp, 'registerHook'>): void {
  app.registerHook('Admin/CM/pages/EditView/mutate-edit-view-layout', withTranslatedHints);
}

/** Strapi declares an input without props, and gives it those of a field. */
async function loadInput(): Promise<{ default: ComponentType }> {
  // The panels beside it tell of their failure themselves.
  loadPostPanels().catch(() => undefined);
  const { default: Input } = await import('./front-matter/FrontMatterInput');
  return { default: Input as unknown as ComponentType };
}
