import { Box, Button, Flex, ProgressBar, Typography, VisuallyHidden } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import type { ImportDetail } from '../../../../core/admin/import';
import { useCancelImportMutation } from '../../api/import-api';
import { getTrad } from '../../translations/get-trad';
import { durationText } from './duration-text';
import { STATE_TEXTS } from './import-state';
import { useAnswer } from './useAnswer';

/** How far an import or its check is, how fast, and how long it will take. */
export function RunProgress({ run }: { run: ImportDetail }) {
  const intl = useIntl();
  const { formatMessage, formatNumber } = intl;
  const [cancel, { isLoading }] = useCancelImportMutation();
  const answer = useAnswer();
  const { done, total, rate, secondsLeft, state } = run;
  const percent = total === null || total === 0 ? null : Math.round((done / total) * 100);
  const files =
    total === null
      ? formatMessage({ id: getTrad('import.files-done') }, { done })
      : formatMessage({ id: getTrad('import.of-files') }, { done, total });
  return (
    <Box background="neutral0" hasRadius shadow="tableShadow" padding={6}>
      <Flex direction="column" alignItems="stretch" gap={4}>
        <ProgressBar
          value={percent ?? 0}
          aria-label={formatMessage({ id: getTrad('import.progress') })}
          aria-valuetext={files}
        />
        <Flex gap={6} wrap="wrap">
          <Typography fontWeight="semiBold">{files}</Typography>
          {rate === null ? null : (
            <Typography textColor="neutral600">
              {formatMessage(
                { id: getTrad('import.rate') },
                { rate: formatNumber(rate, { maximumFractionDigits: rate < 10 ? 1 : 0 }) },
              )}
            </Typography>
          )}
          {secondsLeft === null ? null : (
            <Typography textColor="neutral600">
              {formatMessage({ id: getTrad('import.left') }, { time: durationText(intl, secondsLeft) })}
            </Typography>
          )}
        </Flex>
        <Typography textColor="neutral600">
          {formatMessage({
            id: getTrad(state === 'queued' || state === 'waiting' ? 'import.waits' : 'import.may-leave'),
          })}
        </Typography>
        <Box>
          <Button
            variant="danger-light"
            disabled={state === 'cancelling'}
            loading={isLoading}
            onClick={() => void answer(cancel(run.id))}
          >
            {formatMessage({ id: getTrad('import.cancel') })}
          </Button>
        </Box>
        <VisuallyHidden role="status">
          {`${formatMessage({ id: getTrad(STATE_TEXTS[state]) })} ${tenths(percent)}`}
        </VisuallyHidden>
      </Flex>
    </Box>
  );
}

/** Screen readers are told each tenth, not each second. */
function tenths(percent: number | null): string {
  return percent === null ? '' : `${Math.floor(percent / 10) * 10} %`;
}
