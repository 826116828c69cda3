import { useRef, useState } from 'react';
import {
  Box,
  Button,
  Flex,
  Loader,
  SingleSelect,
  SingleSelectOption,
  Typography,
} from '@strapi/design-system';
import { Page } from '@strapi/strapi/admin';
import { useIntl } from 'react-intl';
import type { ImportDetail, ImportOutcome, ProblemKind } from '../../../../../core/admin/import';
import { useGetImportProblemsQuery } from '../../../api/import-api';
import { getTrad } from '../../../translations/get-trad';
import { ProblemRow } from './ProblemRow';

const PAGE_SIZE = 20;
const KINDS: readonly ProblemKind[] = ['error', 'conflict', 'note'];
const KIND_TEXTS = {
  error: 'import.kind.error',
  conflict: 'import.kind.conflict',
  note: 'import.kind.note',
} as const;

interface ProblemListProps {
  run: ImportDetail;
  outcome: ImportOutcome;
}

/** The files that there is something to say of, those that went wrong first, and what can be done. */
export function ProblemList({ run, outcome: { kinds } }: ProblemListProps) {
  const { formatMessage } = useIntl();
  const [kind, setKind] = useState<ProblemKind | null>(() => KINDS.find((one) => kinds?.[one]) ?? null);
  const [page, setPage] = useState(1);
  const heading = useRef<HTMLHeadingElement>(null);
  const { data, isLoading, isError } = useGetImportProblemsQuery({
    id: run.id,
    kind,
    page,
    pageSize: PAGE_SIZE,
    run: `${run.step} ${run.finishedAt}`,
  });
  // Another page begins at its top, for the eye and for the keyboard.
  const turnTo = (to: number): void => {
    setPage(to);
    heading.current?.focus();
  };
  const all = kinds && KINDS.reduce((sum, one) => sum + kinds[one], 0);
  const total = kinds && kind ? kinds[kind] : all;
  const isLast = total === null ? (data?.length ?? 0) < PAGE_SIZE : page * PAGE_SIZE >= total;

  if (all === 0 || (all === null && page === 1 && data?.length === 0)) {
    return <Typography>{formatMessage({ id: getTrad('import.problems.none') })}</Typography>;
  }
  return (
    <Flex direction="column" alignItems="stretch" gap={4} tag="section" aria-labelledby="press-problems">
      <Flex justifyContent="space-between" wrap="wrap" gap={4}>
        <Typography ref={heading} variant="delta" tag="h3" id="press-problems" tabIndex={-1}>
          {formatMessage({ id: getTrad('import.problems') })}
        </Typography>
        {kinds ? (
          <SingleSelect
            aria-label={formatMessage({ id: getTrad('import.problems.show') })}
            value={kind ?? 'all'}
            onChange={(value) => {
              setKind(KINDS.find((one) => one === value) ?? null);
              setPage(1);
            }}
          >
            <SingleSelectOption value="all">
              {formatMessage({ id: getTrad('import.kind.all') })}
            </SingleSelectOption>
            {KINDS.map((one) => (
              <SingleSelectOption key={one} value={one}>
                {formatMessage({ id: getTrad(KIND_TEXTS[one]) }, { count: kinds[one] })}
              </SingleSelectOption>
            ))}
          </SingleSelect>
        ) : null}
      </Flex>
      {run.editedSince ? (
        <Typography role="status" textColor="primary700">
          {formatMessage({ id: getTrad('import.edited-since') }, { count: run.edited })}
        </Typography>
      ) : null}
      {total === 0 ? (
        <Typography>{formatMessage({ id: getTrad('import.problems.none-of-kind') })}</Typography>
      ) : null}
      {isError ? <Page.Error /> : null}
      {isLoading ? <Loader>{formatMessage({ id: getTrad('import.loading') })}</Loader> : null}
      <Flex tag="ul" direction="column" alignItems="stretch" gap={3}>
        {data?.map((file) => (
          <Box tag="li" key={file.path}>
            <ProblemRow importId={run.id} file={file} canEdit={run.hasFiles} />
          </Box>
        ))}
      </Flex>
      {page > 1 || !isLast ? (
        <Flex gap={4} justifyContent="flex-end">
          <Typography textColor="neutral600">
            {total === null
              ? formatMessage({ id: getTrad('import.page') }, { page })
              : formatMessage(
                  { id: getTrad('import.page-of') },
                  { page, pages: Math.ceil(total / PAGE_SIZE) },
                )}
          </Typography>
          <Button variant="tertiary" disabled={page === 1} onClick={() => turnTo(page - 1)}>
            {formatMessage({ id: getTrad('import.previous') })}
          </Button>
          <Button variant="tertiary" disabled={isLast} onClick={() => turnTo(page + 1)}>
            {formatMessage({ id: getTrad('import.next') })}
          </Button>
        </Flex>
      ) : null}
    </Flex>
  );
}
