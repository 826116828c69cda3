import { Flex } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import { useGetJobsQuery } from '../../api/jobs-api';
import { JobProgress } from '../../jobs/JobProgress';
import { getTrad } from '../../translations/get-trad';
import { Section } from './Section';

const POLL_MILLISECONDS = 5000;

/** Jobs that have not ended, each with its progress. */
export function RunningJobs() {
  const { formatMessage } = useIntl();
  const { data: jobs = [] } = useGetJobsQuery({ open: true }, { pollingInterval: POLL_MILLISECONDS });
  if (jobs.length === 0) return null;
  return (
    <Section title={formatMessage({ id: getTrad('overview.running') })}>
      <Flex direction="column" alignItems="stretch" gap={3}>
        {jobs.map(({ id }) => (
          <JobProgress key={id} jobId={id} />
        ))}
      </Flex>
    </Section>
  );
}
