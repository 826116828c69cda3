import { useState } from 'react';
import {
  Box,
  Button,
  Flex,
  Link,
  Loader,
  Table,
  Tbody,
  Td,
  Th,
  Thead,
  Tr,
  Typography,
} from '@strapi/design-system';
import { Page } from '@strapi/strapi/admin';
import { useIntl } from 'react-intl';
import { NavLink } from 'react-router-dom';
import type { ImportSummary } from '../../../../core/admin/import';
import { PLUGIN_ID } from '../../plugin-id';
import { getTrad } from '../../translations/get-trad';
import { StateBadge } from '../../badges/StateBadge';
import { ImportKind } from './ImportKind';
import { useImports } from './use-imports';

const PAGE_SIZE = 10;

/** Imports that were, of the page and of the command line, the newest first. */
export function ImportHistory() {
  const { formatMessage } = useIntl();
  const [page, setPage] = useState(1);
  const { data, isLoading, isError } = useImports({ page, pageSize: PAGE_SIZE });

  if (isError) return <Page.Error />;
  return (
    <Flex direction="column" alignItems="stretch" gap={4} tag="section" aria-labelledby="press-history">
      <Typography variant="delta" tag="h2" id="press-history">
        {formatMessage({ id: getTrad('import.history') })}
      </Typography>
      {isLoading || !data ? <Loader>{formatMessage({ id: getTrad('import.loading') })}</Loader> : null}
      {data?.imports.length === 0 ? (
        <Typography textColor="neutral600">
          {formatMessage({ id: getTrad('import.history.none') })}
        </Typography>
      ) : null}
      {data && data.imports.length > 0 ? (
        <Table colCount={5} rowCount={data.imports.length + 1}>
          <Thead>
            <Tr>
              {(
                [
                  'import.column.name',
                  'import.column.kind',
                  'import.column.date',
                  'import.column.state',
                  'import.column.files',
                ] as const
              ).map((text) => (
                <Th key={text}>
                  <Typography variant="sigma">{formatMessage({ id: getTrad(text) })}</Typography>
                </Th>
              ))}
            </Tr>
          </Thead>
          <Tbody>
            {data.imports.map((one) => (
              <HistoryRow key={one.id} one={one} />
            ))}
          </Tbody>
        </Table>
      ) : null}
      {data && data.pagination.pageCount > 1 ? (
        <Flex gap={2} justifyContent="flex-end">
          <Button variant="tertiary" disabled={page === 1} onClick={() => setPage(page - 1)}>
            {formatMessage({ id: getTrad('import.newer') })}
          </Button>
          <Button
            variant="tertiary"
            disabled={page >= data.pagination.pageCount}
            onClick={() => setPage(page + 1)}
          >
            {formatMessage({ id: getTrad('import.older') })}
          </Button>
        </Flex>
      ) : null}
    </Flex>
  );
}

function HistoryRow({ one }: { one: ImportSummary }) {
  const { formatDate, formatNumber } = useIntl();
  return (
    <Tr>
      <Td>
        <Box maxWidth="32rem">
          <Link tag={NavLink} to={`/plugins/${PLUGIN_ID}/import/${one.id}`}>
            {one.name}
          </Link>
        </Box>
      </Td>
      <Td>
        <Typography>
          <ImportKind one={one} />
        </Typography>
      </Td>
      <Td>
        <Typography>
          {formatDate(one.startedAt ?? one.createdAt, { dateStyle: 'medium', timeStyle: 'short' })}
        </Typography>
      </Td>
      <Td>
        <StateBadge state={one.state} />
      </Td>
      <Td>
        <Typography>{formatNumber(one.done)}</Typography>
      </Td>
    </Tr>
  );
}
