import { useState } from 'react';
import { Button, Flex, Modal, Typography } from '@strapi/design-system';
import { useAPIErrorHandler, useNotification } from '@strapi/strapi/admin';
import { useIntl } from 'react-intl';
import type { RegeneratedPosts } from '../../../core/admin/post-list';
import { useRegenerateLinksMutation } from '../api/post-list-api';
import { getTrad } from '../translations/get-trad';
import { useListLocale } from './list-locale';

/** Generates URL and links of the chosen posts anew. */
export function RegenerateLinks({ documentIds, onClose }: { documentIds: string[]; onClose: () => void }) {
  const { formatMessage } = useIntl();
  const locale = useListLocale();
  const { toggleNotification } = useNotification();
  const { formatAPIError } = useAPIErrorHandler();
  const [regenerate, { isLoading }] = useRegenerateLinksMutation();
  const [conflicts, setConflicts] = useState<RegeneratedPosts['conflicts']>([]);

  const run = async (): Promise<void> => {
    const result = await regenerate({ documentIds, locale });
    if ('error' in result) {
      const message = formatAPIError(result.error as Parameters<typeof formatAPIError>[0]);
      toggleNotification({ type: 'danger', message });
      return;
    }
    const { changed, conflicts: left } = result.data;
    toggleNotification({
      type: left.length > 0 ? 'warning' : 'success',
      message: formatMessage({ id: getTrad('list.regenerated') }, { changed }),
    });
    if (left.length > 0) setConflicts(left);
    else onClose();
  };

  return (
    <>
      <Modal.Body>
        <Flex direction="column" alignItems="stretch" gap={3}>
          <Typography>
            {formatMessage({ id: getTrad('list.regenerate-text') }, { posts: documentIds.length })}
          </Typography>
          {conflicts.map(({ documentId, title, message }) => (
            <Typography key={documentId} textColor="danger600" role="alert">
              {title || documentId}: {message}
            </Typography>
          ))}
        </Flex>
      </Modal.Body>
      <Modal.Footer>
        <Button variant="tertiary" onClick={onClose}>
          {formatMessage({ id: getTrad('list.cancel') })}
        </Button>
        <Button onClick={() => void run()} loading={isLoading}>
          {formatMessage({ id: getTrad('list.regenerate') })}
        </Button>
      </Modal.Footer>
    </>
  );
}
