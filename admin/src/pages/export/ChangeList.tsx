import { useState } from 'react';
import { Accordion, Badge, Box, Button, Flex, Link, Loader, Typography } from '@strapi/design-system';
import { useAPIErrorHandler } from '@strapi/strapi/admin';
import { useIntl } from 'react-intl';
import { Link as RouterLink } from 'react-router-dom';
import type { ExportChange } from '../../../../core/admin/export';
import { useGetExportChangesQuery } from '../../api/export-api';
import { POST_UID } from '../../plugin-id';
import { getTrad } from '../../translations/get-trad';
import { FileDiff } from './FileDiff';

const PAGE_SIZE = 20;

/** The files of an export that differ from those that were imported; each opens to show how. */
export function ChangeList({ id, total }: { id: number; total: number }) {
  const { formatMessage } = useIntl();
  const { formatAPIError } = useAPIErrorHandler();
  const [page, setPage] = useState(1);
  const [open, setOpen] = useState('');
  const { data, error, isFetching } = useGetExportChangesQuery({ id, kind: null, page, pageSize: PAGE_SIZE });
  const pages = Math.ceil(total / PAGE_SIZE);
  const turn = (to: number): void => {
    setOpen('');
    setPage(to);
  };
  if (error)
    return (
      <Typography textColor="danger700" role="alert" tag="p">
        {formatAPIError(error as Parameters<typeof formatAPIError>[0])}
      </Typography>
    );
  if (!data) return <Loader small>{formatMessage({ id: getTrad('import.loading') })}</Loader>;
  return (
    <Box paddingTop={3} aria-busy={isFetching}>
      <Accordion.Root value={open} onValueChange={setOpen}>
        {data.map((change) => (
          <Accordion.Item key={keyOf(change)} value={keyOf(change)}>
            <Accordion.Header>
              <Accordion.Trigger>
                <Flex gap={3} wrap="wrap">
                  <Badge>{formatMessage({ id: getTrad(`export.kind.${change.kind}`) })}</Badge>
                  <Typography>{change.path}</Typography>
                </Flex>
              </Accordion.Trigger>
            </Accordion.Header>
            <Accordion.Content>
              {open === keyOf(change) ? <Change change={change} /> : null}
            </Accordion.Content>
          </Accordion.Item>
        ))}
      </Accordion.Root>
      {pages > 1 ? (
        <Flex gap={3} justifyContent="flex-end" paddingTop={3}>
          <Button variant="tertiary" disabled={page === 1} onClick={() => turn(page - 1)}>
            {formatMessage({ id: getTrad('export.previous') })}
          </Button>
          <Typography>{formatMessage({ id: getTrad('export.page') }, { page, pages })}</Typography>
          <Button variant="tertiary" disabled={page >= pages} onClick={() => turn(page + 1)}>
            {formatMessage({ id: getTrad('export.next') })}
          </Button>
        </Flex>
      ) : null}
    </Box>
  );
}

function Change({ change }: { change: ExportChange }) {
  const { formatMessage } = useIntl();
  const { documentId, locale, title, path, from } = change;
  const query = locale ? `?plugins[i18n][locale]=${encodeURIComponent(locale)}` : '';
  return (
    <Flex direction="column" alignItems="stretch" gap={3} padding={4}>
      <Link tag={RouterLink} to={`/content-manager/collection-types/${POST_UID}/${documentId}${query}`}>
        {title || formatMessage({ id: getTrad('overview.untitled') })}
      </Link>
      {from !== null && from !== path ? (
        <Typography>{formatMessage({ id: getTrad('export.moved-from') }, { from })}</Typography>
      ) : null}
      <FileDiff change={change} />
    </Flex>
  );
}

function keyOf({ documentId, locale }: ExportChange): string {
  return `${documentId} ${locale ?? ''}`;
}
