import { Flex, Typography } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import type { ImportDetail } from '../../../../core/admin/import';
import { JobProgress } from '../../jobs/JobProgress';
import { getTrad } from '../../translations/get-trad';

/** How far an import or its check is, and that nobody has to wait for it. */
export function RunProgress({ run }: { run: ImportDetail }) {
  const { formatMessage } = useIntl();
  const isWaiting = run.state === 'queued' || run.state === 'waiting';
  return (
    <Flex direction="column" alignItems="stretch" gap={3}>
      <JobProgress jobId={run.id} title={run.name} />
      <Typography textColor="neutral600">
        {formatMessage({ id: getTrad(isWaiting ? 'import.waits' : 'import.may-leave') })}
      </Typography>
    </Flex>
  );
}
