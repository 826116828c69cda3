import { useState } from 'react';
import { Button, Flex, Loader, Typography } from '@strapi/design-system';
import { Page } from '@strapi/strapi/admin';
import { useIntl } from 'react-intl';
import { hasEnded } from '../../../../core/admin/jobs';
import { useGetPressExportsQuery } from '../../api/export-api';
import { JobProgress } from '../../jobs/JobProgress';
import { getTrad } from '../../translations/get-trad';
import { Section } from '../overview/Section';
import { ExportResult } from './ExportResult';

const PAGE_SIZE = 5;

/** Exports of this page, the newest first: how far they are, and what came of them. */
export function ExportHistory() {
  const { formatMessage } = useIntl();
  const [page, setPage] = useState(1);
  const { data, isError, refetch } = useGetPressExportsQuery(
    { page, pageSize: PAGE_SIZE },
    { refetchOnMountOrArgChange: true },
  );
  if (isError) return <Page.Error />;
  return (
    <Section title={formatMessage({ id: getTrad('export.history') })}>
      {!data ? <Loader>{formatMessage({ id: getTrad('import.loading') })}</Loader> : null}
      {data?.exports.length === 0 ? (
        <Typography textColor="neutral600">{formatMessage({ id: getTrad('export.none') })}</Typography>
      ) : null}
      <Flex direction="column" alignItems="stretch" gap={4}>
        {data?.exports.map((one) =>
          hasEnded(one) ? (
            <ExportResult key={one.id} one={one} />
          ) : (
            <JobProgress key={one.id} jobId={one.id} onEnd={() => void refetch()} />
          ),
        )}
      </Flex>
      {data && data.pageCount > 1 ? (
        <Flex gap={2} justifyContent="flex-end" paddingTop={4}>
          <Button variant="tertiary" disabled={page === 1} onClick={() => setPage(page - 1)}>
            {formatMessage({ id: getTrad('import.newer') })}
          </Button>
          <Button variant="tertiary" disabled={page >= data.pageCount} onClick={() => setPage(page + 1)}>
            {formatMessage({ id: getTrad('import.older') })}
          </Button>
        </Flex>
      ) : null}
    </Section>
  );
}
