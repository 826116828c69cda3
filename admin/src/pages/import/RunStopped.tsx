import { Box, Button, Flex, Typography } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import type { ImportDetail } from '../../../../core/admin/import';
import { useResumeImportMutation } from '../../api/import-api';
import { getTrad } from '../../translations/get-trad';
import { useAnswer } from '../../api/use-answer';

/** Why an import stopped before its end, and how it goes on; nothing for one that is done. */
export function RunStopped({ run }: { run: ImportDetail }) {
  const { formatMessage } = useIntl();
  const [resume, { isLoading }] = useResumeImportMutation();
  const answer = useAnswer();
  if (run.state === 'done') return null;
  const isFailure = run.state === 'failed';
  const next = isFailure ? 'import.stopped.correct' : 'import.stopped.resume';
  return (
    <Box
      role={isFailure ? 'alert' : undefined}
      background={isFailure ? 'danger100' : 'warning100'}
      borderColor={isFailure ? 'danger200' : 'warning200'}
      hasRadius
      padding={5}
    >
      <Flex direction="column" alignItems="flex-start" gap={3}>
        <Typography fontWeight="semiBold">
          {formatMessage({ id: getTrad(isFailure ? 'import.stopped.failed' : 'import.stopped.cancelled') })}
        </Typography>
        {run.error === null ? null : <Typography>{run.error}</Typography>}
        <Typography>
          {formatMessage({ id: getTrad(run.canResume ? next : 'import.stopped.again') })}
        </Typography>
        {run.canResume ? (
          <Button variant="secondary" loading={isLoading} onClick={() => void answer(resume(run.id))}>
            {formatMessage({ id: getTrad('import.resume') })}
          </Button>
        ) : null}
      </Flex>
    </Box>
  );
}
