import { lazy, Suspense } from 'react';
import type { DocumentActionComponent, PanelComponent } from '@strapi/content-manager/strapi-admin';
import { Loader } from '@strapi/design-system';
import { useRBAC } from '@strapi/strapi/admin';
import { ManyWays } from '@strapi/icons';
import { useIntl } from 'react-intl';
import { PERMISSIONS } from '../permissions';
import { getTrad } from '../translations/get-trad';
import { deferred } from './deferred';
import { termTypeOf } from './terms/term-form';

const panel = deferred(() => import('./terms/TermPanel'));
const LazyMerge = lazy(() => import('./terms/MergeDialog'));

/** Beside the form of a category or tag: its posts, and what saving or deleting it would do. */
export const TermPanel: PanelComponent = ({ model, documentId, document }) => {
  const { formatMessage } = useIntl();
  const kind = termTypeOf(model);
  if (kind === null || !document || !documentId) return null;
  return {
    title: formatMessage({ id: getTrad('terms.posts') }),
    content: <panel.Deferred kind={kind} documentId={documentId} />,
  };
};

/** Makes one of two categories or tags. */
export const MergeAction: DocumentActionComponent = ({ model, documentId, document }) => {
  const { formatMessage } = useIntl();
  const kind = termTypeOf(model);
  const { allowedActions } = useRBAC([
    ...PERMISSIONS.mergeTerms,
    { action: 'plugin::content-manager.explorer.delete', subject: model },
    ...PERMISSIONS.updatePosts,
  ]);
  const may = allowedActions as Partial<Record<'canMerge' | 'canDelete' | 'canUpdate', boolean>>;
  if (kind === null || !document || !documentId) return null;
  if (!may.canMerge || !may.canDelete || !may.canUpdate) return null;
  return {
    label: formatMessage({ id: getTrad('terms.merge') }),
    icon: <ManyWays />,
    position: ['header'],
    dialog: {
      type: 'modal',
      title: formatMessage({ id: getTrad(`terms.merge-title.${kind}`) }, { name: nameOf(document) }),
      content: ({ onClose }) => (
        <Suspense fallback={<Loader />}>
          <LazyMerge kind={kind} documentId={documentId} name={nameOf(document)} onClose={onClose} />
        </Suspense>
      ),
    },
  };
};

function nameOf({ name, term, documentId }: { documentId: string; name?: unknown; term?: unknown }): string {
  return [name, term].find((text): text is string => typeof text === 'string' && text !== '') ?? documentId;
}
