import { Box, Flex, Grid, Link, Typography } from '@strapi/design-system';
import { Widget } from '@strapi/strapi/admin';
import { useIntl } from 'react-intl';
import { Link as RouterLink } from 'react-router-dom';
import { useGetJobsQuery } from '../api/jobs-api';
import { useGetOverviewQuery } from '../api/overview-api';
import { JobProgress } from '../jobs/JobProgress';
import { useMayOpen } from '../pages/press-pages';
import { PLUGIN_ID } from '../plugin-id';
import { getTrad } from '../translations/get-trad';

const NAMES = ['published', 'drafts', 'scheduled', 'withProblems'] as const;

/** On the home page: how many posts there are, and the job that runs. */
export default function PressWidget() {
  const { formatMessage, formatNumber } = useIntl();
  const { data, isError } = useGetOverviewQuery({ locale: null });
  const { data: jobs = [] } = useGetJobsQuery({ open: true, limit: 1 });
  const mayImport = useMayOpen('/import');
  if (isError) return <Widget.Error />;
  if (!data) return <Widget.Loading />;
  return (
    <Flex direction="column" alignItems="stretch" gap={4} width="100%">
      <Grid.Root gap={4} tag="dl">
        {NAMES.map((name) => (
          <Grid.Item key={name} col={6} direction="column" alignItems="flex-start">
            <Typography variant="pi" textColor="neutral600" tag="dt">
              {formatMessage({ id: getTrad(`overview.${name}`) })}
            </Typography>
            <Typography variant="beta" tag="dd">
              {formatNumber(data.counts[name])}
            </Typography>
          </Grid.Item>
        ))}
      </Grid.Root>
      {jobs.map(({ id }) => (
        <JobProgress key={id} jobId={id} />
      ))}
      {mayImport ? (
        <Box>
          <Link tag={RouterLink} to={`/plugins/${PLUGIN_ID}/import`}>
            {formatMessage({ id: getTrad('overview.to-import') })}
          </Link>
        </Box>
      ) : null}
    </Flex>
  );
}
