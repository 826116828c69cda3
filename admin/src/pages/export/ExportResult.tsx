import { useState } from 'react';
import { Box, Button, Flex, IconButton, Typography } from '@strapi/design-system';
import { Download, Trash } from '@strapi/icons';
import { useAPIErrorHandler, useNotification } from '@strapi/strapi/admin';
import { useIntl } from 'react-intl';
import type { ExportCounts, ExportRequest, ExportSummary } from '../../../../core/admin/export';
import { useDiscardExportMutation } from '../../api/export-api';
import { useDownload } from '../../downloads/use-download';
import { getTrad } from '../../translations/get-trad';
import { StateBadge } from '../../badges/StateBadge';
import { ChangeList } from './ChangeList';

const COUNTED: readonly (keyof ExportCounts)[] = ['unchanged', 'new', 'changed', 'moved', 'refused'];
const KILOBYTE = 1024;

/** An export that has ended: its file, and how it differs from what was imported. */
export function ExportResult({ one }: { one: ExportSummary }) {
  const { formatMessage, formatDate, formatNumber } = useIntl();
  const { isDownloading, download } = useDownload();
  const [isOpen, setOpen] = useState(false);
  const { id, counts, size, state } = one;
  const name = formatDate(one.createdAt, { dateStyle: 'medium', timeStyle: 'medium' });
  const differing = counts ? counts.new + counts.changed + counts.moved : 0;
  return (
    <Box background="neutral0" hasRadius borderColor="neutral200" padding={4} tag="article" aria-label={name}>
      <Flex justifyContent="space-between" gap={4} wrap="wrap">
        <Flex gap={3} wrap="wrap">
          <Typography fontWeight="bold" tag="h3">
            {name}
          </Typography>
          <StateBadge state={state} />
          <Selection request={one.request} />
        </Flex>
        <Flex gap={2}>
          {size === null ? null : (
            <Button
              startIcon={<Download />}
              loading={isDownloading}
              onClick={() => void download(`/press/exports/${id}/file`, `export-${id}.zip`)}
            >
              {formatMessage(
                { id: getTrad('export.download-size') },
                { size: formatNumber(Math.max(1, Math.round(size / KILOBYTE))) },
              )}
            </Button>
          )}
          <DiscardButton id={id} />
        </Flex>
      </Flex>
      {counts ? (
        <Flex gap={4} wrap="wrap" paddingTop={3}>
          {COUNTED.filter((kind) => counts[kind] > 0).map((kind) => (
            <Typography key={kind} textColor={kind === 'refused' ? 'danger700' : 'neutral800'}>
              {formatMessage({ id: getTrad(`export.count.${kind}`) }, { count: counts[kind] })}
            </Typography>
          ))}
          {one.footersRenewed > 0 ? (
            <Typography>
              {formatMessage({ id: getTrad('export.footers') }, { count: one.footersRenewed })}
            </Typography>
          ) : null}
        </Flex>
      ) : null}
      {one.error ? (
        <Typography textColor="danger700" tag="p">
          {one.error}
        </Typography>
      ) : null}
      {state === 'done' && size === null ? (
        <Typography textColor="neutral600" tag="p">
          {formatMessage({ id: getTrad('export.gone') })}
        </Typography>
      ) : null}
      {one.refused.map(({ path, reason }) => (
        <Typography key={path} textColor="danger700" tag="p">
          {path}: {reason}
        </Typography>
      ))}
      {differing > 0 && size !== null ? (
        <Box paddingTop={3}>
          <Button variant="tertiary" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
            {formatMessage({ id: getTrad(isOpen ? 'export.hide-changes' : 'export.show-changes') })}
          </Button>
          {isOpen ? <ChangeList id={id} total={differing} /> : null}
        </Box>
      ) : null}
    </Box>
  );
}

function Selection({ request: { status, categories, from, until } }: { request: ExportRequest }) {
  const { formatMessage } = useIntl();
  const parts = [
    formatMessage({ id: getTrad(`export.status.${status}`) }),
    ...(categories.length > 0
      ? [formatMessage({ id: getTrad('export.in-categories') }, { count: categories.length })]
      : []),
    ...(from === null && until === null ? [] : [`${from ?? '…'} – ${until ?? '…'}`]),
  ];
  return <Typography textColor="neutral600">{parts.join(' · ')}</Typography>;
}

function DiscardButton({ id }: { id: number }) {
  const { formatMessage } = useIntl();
  const { toggleNotification } = useNotification();
  const { formatAPIError } = useAPIErrorHandler();
  const [discard, { isLoading }] = useDiscardExportMutation();
  const run = async (): Promise<void> => {
    const result = await discard(id);
    if (!('error' in result) || !result.error) return;
    const message = formatAPIError(result.error as Parameters<typeof formatAPIError>[0]);
    toggleNotification({ type: 'danger', message });
  };
  return (
    <IconButton
      label={formatMessage({ id: getTrad('export.discard') })}
      disabled={isLoading}
      onClick={() => void run()}
    >
      <Trash />
    </IconButton>
  );
}
