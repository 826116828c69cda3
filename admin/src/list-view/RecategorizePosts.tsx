import { useState } from 'react';
import {
  Button,
  Combobox,
  ComboboxOption,
  Field,
  Flex,
  Modal,
  Radio,
  Tag,
  Typography,
} from '@strapi/design-system';
import { Cross } from '@strapi/icons';
import { useAPIErrorHandler, useNotification } from '@strapi/strapi/admin';
import { useIntl } from 'react-intl';
import type { CategoryChange, ChangedPost } from '../../../core/admin/post-list';
import {
  useGetCategoryOptionsQuery,
  useRecategorizeMutation,
  type CategoryOption,
} from '../api/post-list-api';
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
  const [search, setSearch] = useState('');
  const [refused, setRefused] = useState<ChangedPost[]>([]);
  const { data: options = [] } = useGetCategoryOptionsQuery({ search, locale });
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
          <Field.Root name="press-category">
            <Field.Label>{formatMessage({ id: getTrad('list.categories') })}</Field.Label>
            <Combobox
              value=""
              textValue={search}
              onTextValueChange={(value) => setSearch(value ?? '')}
              onChange={(value) => {
                const option = options.find(({ documentId }) => documentId === value);
                if (option && !chosen.some(({ documentId }) => documentId === value))
                  setChosen([...chosen, option]);
                setSearch('');
              }}
              placeholder={formatMessage({ id: getTrad('list.choose-category') })}
            >
              {options.map(({ documentId, name }) => (
                <ComboboxOption key={documentId} value={documentId}>
                  {name ?? documentId}
                </ComboboxOption>
              ))}
            </Combobox>
          </Field.Root>
          <Flex gap={2} wrap="wrap">
            {chosen.map(({ documentId, name }) => (
              <Tag
                key={documentId}
                icon={<Cross />}
                label={formatMessage({ id: getTrad('list.take-out') }, { name: name ?? documentId })}
                onClick={() => setChosen(chosen.filter((one) => one.documentId !== documentId))}
              >
                {name ?? documentId}
              </Tag>
            ))}
          </Flex>
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
