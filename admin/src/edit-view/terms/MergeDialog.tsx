import { useState } from 'react';
import { Button, Combobox, ComboboxOption, Field, Flex, Modal, Typography } from '@strapi/design-system';
import { useAPIErrorHandler, useDebounce, useNotification } from '@strapi/strapi/admin';
import { useIntl } from 'react-intl';
import { useNavigate } from 'react-router-dom';
import type { JobView } from '../../../../core/admin/jobs';
import type { MergeEnd, TermType } from '../../../../core/admin/terms';
import {
  useGetTermOptionsQuery,
  useMergeTermMutation,
  useNoteMergeMutation,
  type TermOption,
} from '../../api/terms-api';
import { JobProgress } from '../../jobs/JobProgress';
import { getTrad } from '../../translations/get-trad';
import { useComboboxTexts } from '../../translations/use-combobox-texts';
import { Notice } from '../Notice';
import { MergeEffect } from './MergeEffect';
import { useEntryLocale } from './term-form';

interface MergeDialogProps {
  kind: TermType;
  documentId: string;
  name: string;
  onClose: () => void;
}

const PAUSE = 300;

/** Chooses the category or tag that takes the place of this one, shows what happens, and follows the job that does it. */
export default function MergeDialog({ kind, documentId, name, onClose }: MergeDialogProps) {
  const { formatMessage } = useIntl();
  const locale = useEntryLocale();
  const navigate = useNavigate();
  const { toggleNotification } = useNotification();
  const { formatAPIError } = useAPIErrorHandler();
  const comboboxTexts = useComboboxTexts();
  const [search, setSearch] = useState('');
  const [chosen, setChosen] = useState<TermOption | null>(null);
  const [job, setJob] = useState<number | null>(null);
  const [end, setEnd] = useState<MergeEnd | null>(null);
  const { data: options = [], isFetching } = useGetTermOptionsQuery({
    kind,
    search: useDebounce(chosen ? '' : search, PAUSE),
    locale,
    except: documentId,
  });
  const [merge, { isLoading }] = useMergeTermMutation();
  const [noteMerge] = useNoteMergeMutation();
  const listed = chosen && !options.includes(chosen) ? [chosen, ...options] : options;

  const run = async (into: string): Promise<void> => {
    const result = await merge({ kind, documentId, request: { locale, into } });
    if ('error' in result) {
      const message = formatAPIError(result.error as Parameters<typeof formatAPIError>[0]);
      toggleNotification({ type: 'danger', message });
      return;
    }
    setJob(result.data ?? null);
  };

  const onEnd = ({ state, report }: JobView): void => {
    const merged = state === 'done' ? (report as MergeEnd) : null;
    if (!merged?.deleted) {
      setEnd(merged);
      void noteMerge();
      return;
    }
    toggleNotification({
      type: 'success',
      message: formatMessage({ id: getTrad('terms.merged') }, { name, into: nameOf(chosen) }),
    });
    onClose();
    const query = locale ? `?plugins[i18n][locale]=${locale}` : '';
    const entry = `/content-manager/collection-types/plugin::press.${kind}/${chosen?.documentId ?? ''}`;
    void navigate(`${entry}${query}`, { replace: true });
    void noteMerge();
  };

  return (
    <>
      <Modal.Body>
        <Flex direction="column" alignItems="stretch" gap={4}>
          <Typography>{formatMessage({ id: getTrad(`terms.merge-text.${kind}`) }, { name })}</Typography>
          <Field.Root name="press-merge-into">
            <Field.Label>{formatMessage({ id: getTrad('terms.merge-into') })}</Field.Label>
            <Combobox
              {...comboboxTexts}
              value={chosen?.documentId ?? ''}
              textValue={search}
              onTextValueChange={(value) => setSearch(value ?? '')}
              onChange={(value) => {
                const option = listed.find((one) => one.documentId === value) ?? null;
                setChosen(option);
                setSearch(option ? nameOf(option) : '');
              }}
              onClear={() => {
                setChosen(null);
                setSearch('');
              }}
              loading={isFetching}
              disabled={job !== null}
              autocomplete="none"
              placeholder={formatMessage({ id: getTrad('terms.merge-search') })}
              clearLabel={formatMessage({ id: getTrad('terms.merge-clear') })}
            >
              {listed.map((option) => (
                <ComboboxOption key={option.documentId} value={option.documentId}>
                  {nameOf(option)}
                </ComboboxOption>
              ))}
            </Combobox>
          </Field.Root>
          {chosen && job === null ? (
            <MergeEffect kind={kind} documentId={documentId} request={{ locale, into: chosen.documentId }} />
          ) : null}
          {job === null ? null : <JobProgress jobId={job} onEnd={onEnd} />}
          {end ? (
            <Notice
              variant="warning"
              title={formatMessage({ id: getTrad('terms.merge-kept') }, { posts: end.keptCount })}
            >
              <ul>
                {end.kept.map((post) => (
                  <li key={post.documentId}>{post.message}</li>
                ))}
              </ul>
            </Notice>
          ) : null}
        </Flex>
      </Modal.Body>
      <Modal.Footer>
        <Button variant="tertiary" onClick={onClose}>
          {formatMessage({ id: getTrad('list.cancel') })}
        </Button>
        <Button
          onClick={() => void run(chosen?.documentId ?? '')}
          loading={isLoading}
          disabled={chosen === null || job !== null}
        >
          {formatMessage({ id: getTrad('terms.merge') })}
        </Button>
      </Modal.Footer>
    </>
  );
}

function nameOf(option: TermOption | null): string {
  return option?.name || option?.term || option?.documentId || '';
}
