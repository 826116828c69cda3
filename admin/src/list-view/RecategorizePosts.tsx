import { useState } from 'react';
import { Button, Flex, Modal, Radio, Typography } from '@strapi/design-system';
import { useAPIErrorHandler, useNotification } from '@strapi/strapi/admin';
import { useIntl } from 'react-intl';
import type { CategoryChange, ChangedPost } from '../../../core/admin/post-list';
import { useRecategorizeMutation, type CategoryOption } from '../api/post-list-api';
import { CategoryChoice } from '../categories/CategoryChoice';
import { getTrad } from '../translations/get-trad';
import { useListLocale } from './list-locale';

const CHANGES: readonly CategoryChange[] = ['add', 'remove', 'replace'];

/** Adds, removes or replaces the categories of the chosen posts, and tells which posts could not be changed. */
export function RecategorizePosts({ documentIds, onClose }: { documentIds: string[]; onClose: () => void }) {
  const { formatMessage } = useIntl();
  const locale = useListLocale();
  const { toggleNotification } = useNotification();
  const { formatAPIError } = useAPIErrorHandler();
  const [change, setChange] = useState<CategoryChange>('add');
  const [chosen, setChosen] = useState<CategoryOption[]>([]);
  const [refused, setRefused] = useState<ChangedPost[]>([]);
  const [recategorize, { isLoading }] = useRecategorizeMutation();

  const run = async (): Promise<void> => {
    const categories = chosen.map(({ documentId }) => documentId);
    const result = await recategorize({ documentIds, locale, change, categories });
    if ('error' in result) {
      const message = formatAPIError(result.error as Parameters<typeof formatAPIError>[0]);
      toggleNotification({ type: 'danger', message });
      return;
    }
    const left = result.data.filter(({ refused: reason }) => reason !== null);
    const done = documentIds.length - left.length;
    toggleNotification({
      type: left.length > 0 ? 'warning' : 'success',
      message: formatMessage({ id: getTrad('list.recategorized') }, { done }),
    });
    if (left.length > 0) setRefused(left);
    else onClose();
  };

  return (
    <>
      <Modal.Body>
        <Flex direction="column" alignItems="stretch" gap={4}>
          <Typography>
            {formatMessage({ id: getTrad('list.recategorize-text') }, { posts: documentIds.length })}
          </Typography>
          <Radio.Group
            aria-label={formatMessage({ id: getTrad('list.change') })}
            value={change}
            onValueChange={(value: string) => setChange(value as CategoryChange)}
          >
            {CHANGES.map((one) => (
              <Radio.Item key={one} value={one}>
                {formatMessage({ id: getTrad(`list.change.${one}`) })}
              </Radio.Item>
            ))}
          </Radio.Group>
          <CategoryChoice
            label={formatMessage({ id: getTrad('list.categories') })}
            locale={locale}
            chosen={chosen}
            onChange={setChosen}
          />
          {refused.map(({ documentId, title, refused: reason }) => (
            <Typography key={documentId} textColor="danger600" role="alert">
              {title || documentId}: {reason}
            </Typography>
          ))}
        </Flex>
      </Modal.Body>
      <Modal.Footer>
        <Button variant="tertiary" onClick={onClose}>
          {formatMessage({ id: getTrad('list.cancel') })}
        </Button>
        <Button
          onClick={() => void run()}
          loading={isLoading}
          disabled={chosen.length === 0 && change !== 'replace'}
        >
          {formatMessage({ id: getTrad('list.recategorize') })}
        </Button>
      </Modal.Footer>
    </>
  );
}
