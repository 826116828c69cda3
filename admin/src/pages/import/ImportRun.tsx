import { useEffect, useRef, useState } from 'react';
import { Box, Flex, Link, Typography } from '@strapi/design-system';
import { ArrowLeft } from '@strapi/icons';
import { Page } from '@strapi/strapi/admin';
import { useIntl } from 'react-intl';
import { NavLink, useParams } from 'react-router-dom';
import type { ImportDetail } from '../../../../core/admin/import';
import { hasEnded } from '../../../../core/admin/jobs';
import { useGetImportQuery } from '../../api/import-api';
import { PLUGIN_ID } from '../../plugin-id';
import { getTrad } from '../../translations/get-trad';
import { PressLayout } from '../PressLayout';
import { Appearing } from './report/Appearing';
import { OutcomeCounts } from './report/OutcomeCounts';
import { ProblemList } from './report/ProblemList';
import { SafeFixes } from './report/SafeFixes';
import { SiteProblems } from './report/SiteProblems';
import { RunActions } from './RunActions';
import { RunProgress } from './RunProgress';
import { RunStopped } from './RunStopped';
import { StateBadge } from '../../badges/StateBadge';

const POLL_MILLISECONDS = 1000;

/** One import: its check, what it will do, how far it is, and what it did. It goes on whether or not somebody looks. */
export function ImportRun() {
  const id = Number(useParams().id);
  const [moves, setMoves] = useState(true);
  const { data, isLoading, isError } = useGetImportQuery(id, {
    pollingInterval: moves ? POLL_MILLISECONDS : 0,
    refetchOnMountOrArgChange: true,
  });
  const nowMoves = data === undefined || !hasEnded(data);
  if (nowMoves !== moves) setMoves(nowMoves);

  if (isLoading) return <Page.Loading />;
  if (isError || !data) return <Page.Error />;
  return <RunView run={data} />;
}

function RunView({ run }: { run: ImportDetail }) {
  const { formatMessage } = useIntl();
  const heading = useRef<HTMLHeadingElement>(null);
  const text = headingOf(run);
  useKeptFocus(heading, text);
  const title = formatMessage({ id: getTrad('press.import') });
  return (
    <>
      <Page.Title>{`${title}: ${run.name}`}</Page.Title>
      <PressLayout title={title} subtitle={run.name} primaryAction={<RunActions run={run} />}>
        <Flex direction="column" alignItems="stretch" gap={6}>
          <Box>
            <Link tag={NavLink} to={`/plugins/${PLUGIN_ID}/import`} startIcon={<ArrowLeft />} end>
              {formatMessage({ id: getTrad('import.all') })}
            </Link>
          </Box>
          <Flex gap={3}>
            <Typography ref={heading} variant="beta" tag="h2" tabIndex={-1}>
              {formatMessage({ id: getTrad(text) })}
            </Typography>
            <StateBadge state={run.state} />
          </Flex>
          {hasEnded(run) ? <RunResult run={run} /> : <RunProgress run={run} />}
        </Flex>
      </PressLayout>
    </>
  );
}

function RunResult({ run }: { run: ImportDetail }) {
  const { outcome } = run;
  return (
    <>
      <RunStopped run={run} />
      {outcome ? (
        <>
          <OutcomeCounts outcome={outcome} step={run.step} />
          <Appearing outcome={outcome} step={run.step} />
          <SiteProblems problems={outcome.siteProblems} />
          <SafeFixes run={run} outcome={outcome} />
          <ProblemList key={`${run.step} ${run.finishedAt}`} run={run} outcome={outcome} />
        </>
      ) : null}
    </>
  );
}

function headingOf(run: ImportDetail) {
  const isCheck = run.step === 'check';
  if (!hasEnded(run)) {
    if (!isCheck) return 'import.heading.importing';
    return run.fixes ? 'import.heading.fixing' : 'import.heading.checking';
  }
  if (run.state !== 'done') return isCheck ? 'import.heading.check-stopped' : 'import.heading.import-stopped';
  return isCheck ? 'import.heading.checked' : 'import.heading.imported';
}

/** When what had the focus is gone, as a button that was pressed, the focus goes to what the page is about now. */
function useKeptFocus(heading: React.RefObject<HTMLElement>, about: string): void {
  const last = useRef(about);
  useEffect(() => {
    if (last.current === about) return;
    last.current = about;
    if (document.activeElement === null || document.activeElement === document.body) heading.current?.focus();
  }, [about, heading]);
}
