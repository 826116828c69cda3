import { useState } from 'react';
import { Button, Dialog, Flex } from '@strapi/design-system';
import { ArrowClockwise, Download, Trash, Upload } from '@strapi/icons';
import { ConfirmDialog } from '@strapi/strapi/admin';
import { useIntl } from 'react-intl';
import { useNavigate } from 'react-router-dom';
import type { ImportDetail } from '../../../../core/admin/import';
import { hasEnded } from '../../../../core/admin/jobs';
import { useCheckImportMutation, useDiscardImportMutation, useRunImportMutation } from '../../api/import-api';
import { PLUGIN_ID } from '../../plugin-id';
import { getTrad } from '../../translations/get-trad';
import { OverwriteDialog } from './OverwriteDialog';
import { useAnswer } from '../../api/use-answer';
import { useReportDownload } from './useReportDownload';

/** What can be done with an import as it stands. */
export function RunActions({ run }: { run: ImportDetail }) {
  const { formatMessage } = useIntl();
  const navigate = useNavigate();
  const answer = useAnswer();
  const [check, checking] = useCheckImportMutation();
  const [start, starting] = useRunImportMutation();
  const [discard] = useDiscardImportMutation();
  const [asks, setAsks] = useState<'discard' | 'overwrite' | null>(null);
  const { download, isDownloading } = useReportDownload(run.id);
  if (!hasEnded(run)) return null;

  const isChecked = run.step === 'check' && run.state === 'done' && run.hasFiles;
  const conflicts = run.outcome?.counts.conflict ?? 0;
  const close = (): void => setAsks(null);
  const begin = (overwrite: boolean): void => {
    close();
    void answer(start({ id: run.id, overwrite }));
  };
  const discardAll = async (): Promise<void> => {
    if ((await answer(discard(run.id))) !== null) navigate(`/plugins/${PLUGIN_ID}/import`);
  };

  return (
    <Flex gap={2} wrap="wrap">
      {run.hasFiles ? (
        <Button variant="danger-light" startIcon={<Trash />} onClick={() => setAsks('discard')}>
          {formatMessage({ id: getTrad('import.discard') })}
        </Button>
      ) : null}
      {run.outcome ? (
        <Button
          variant="tertiary"
          startIcon={<Download />}
          loading={isDownloading}
          onClick={() => void download()}
        >
          {formatMessage({ id: getTrad('import.report') })}
        </Button>
      ) : null}
      {run.hasFiles ? (
        <Button
          variant={run.editedSince ? 'secondary' : 'tertiary'}
          startIcon={<ArrowClockwise />}
          loading={checking.isLoading}
          onClick={() => void answer(check(run.id))}
        >
          {formatMessage({ id: getTrad('import.check-again') })}
        </Button>
      ) : null}
      {isChecked ? (
        <Button
          startIcon={<Upload />}
          loading={starting.isLoading}
          onClick={() => (conflicts > 0 ? setAsks('overwrite') : begin(false))}
        >
          {formatMessage({ id: getTrad('import.start') })}
        </Button>
      ) : null}
      <Dialog.Root open={asks === 'discard'} onOpenChange={(open) => !open && close()}>
        <ConfirmDialog onConfirm={discardAll}>
          {formatMessage({
            id: getTrad(run.step === 'check' ? 'import.discard.check' : 'import.discard.import'),
          })}
        </ConfirmDialog>
      </Dialog.Root>
      <OverwriteDialog isOpen={asks === 'overwrite'} conflicts={conflicts} onChoose={begin} onClose={close} />
    </Flex>
  );
}
