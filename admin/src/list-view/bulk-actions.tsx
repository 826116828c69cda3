import { lazy, Suspense, type ComponentType } from 'react';
import type { BulkActionComponent } from '@strapi/content-manager/strapi-admin';
import { Loader } from '@strapi/design-system';
import { useRBAC } from '@strapi/strapi/admin';
import { useIntl } from 'react-intl';
import { PERMISSIONS, type AdminPermission } from '../permissions';
import { POST_UID } from '../plugin-id';
import { getTrad } from '../translations/get-trad';

interface DialogProps {
  documentIds: string[];
  onClose: () => void;
}

const Recategorize = lazy(() =>
  import('./RecategorizePosts').then((module) => ({ default: module.RecategorizePosts })),
);
const Regenerate = lazy(() =>
  import('./RegenerateLinks').then((module) => ({ default: module.RegenerateLinks })),
);
const Export = lazy(() => import('./ExportPosts').then((module) => ({ default: module.ExportPosts })));

/** What can be done with posts that somebody chose in the list. */
export const BULK_ACTIONS: BulkActionComponent[] = [
  bulkAction('list.recategorize', PERMISSIONS.updatePosts, 'canUpdate', Recategorize),
  bulkAction('list.regenerate', PERMISSIONS.regeneratePosts, 'canRegenerate', Regenerate),
  bulkAction('export.chosen', PERMISSIONS.exportPosts, 'canExport', Export),
];

/** An action that opens a dialog, for roles that may do it. @param allowed the name that `useRBAC` makes of the permission. */
function bulkAction(
  text: string,
  permissions: AdminPermission[],
  allowed: string,
  Dialog: ComponentType<DialogProps>,
): BulkActionComponent {
  const Action: BulkActionComponent = ({ documents, model }) => {
    const { formatMessage } = useIntl();
    const { allowedActions } = useRBAC(permissions);
    if (model !== POST_UID || !(allowedActions as Record<string, boolean>)[allowed]) return null;
    const documentIds = documents.map(({ documentId }) => documentId);
    return {
      label: formatMessage({ id: getTrad(text) }),
      variant: 'tertiary',
      dialog: {
        type: 'modal',
        title: formatMessage({ id: getTrad(text) }),
        content: ({ onClose }) => (
          <Suspense fallback={<Loader />}>
            <Dialog documentIds={documentIds} onClose={onClose} />
          </Suspense>
        ),
      },
    };
  };
  return Action;
}
