import { useEffect, useRef } from 'react';
import { Box, Button, Flex, Typography, VisuallyHidden } from '@strapi/design-system';
import { useAPIErrorHandler, useNotification } from '@strapi/strapi/admin';
import { useIntl } from 'react-intl';
import { hasEnded, isResumable, type JobView } from '../../../core/admin/jobs';
import {
  useCancelJobMutation,
  useGetJobQuery,
  useGetJobQueryState,
  useResumeJobMutation,
} from '../api/jobs-api';
import { getTrad } from '../translations/get-trad';
import { useJobSpeed } from './use-job-speed';
import { WorkBar } from './WorkBar';

interface JobProgressProps {
  jobId: number;
  /** What the job does; by its kind where nothing is given. */
  title?: string;
  /** Called once when it has ended, however it did. */
  onEnd?: (job: JobView) => void;
}

const POLL_MILLISECONDS = 1000;
/** Whoever listens is told each time so much more is done. */
const TOLD_PERCENT = 10;

/** How far a job is: a bar, counts, speed and time left, and what can be done with it; it goes on without this page. */
export function JobProgress({ jobId, title, onEnd }: JobProgressProps) {
  const { formatMessage, formatNumber } = useIntl();
  const { data: known } = useGetJobQueryState(jobId);
  const pollingInterval = known && hasEnded(known) ? 0 : POLL_MILLISECONDS;
  const { data: job, error } = useGetJobQuery(jobId, { pollingInterval });
  const { formatAPIError } = useAPIErrorHandler();
  const speed = useJobSpeed(job);
  useEnd(job, onEnd);
  if (!job) {
    if (!error) return null;
    return (
      <Typography textColor="danger600" role="alert">
        {formatAPIError(error as Parameters<typeof formatAPIError>[0])}
      </Typography>
    );
  }

  const name = title ?? formatMessage({ id: getTrad(`jobs.kind.${job.kind}`), defaultMessage: job.kind });
  const state = formatMessage({ id: getTrad(`jobs.state.${job.state}`) });
  const { done = 0, total } = job.counts ?? {};
  const percent = job.state === 'done' ? 100 : total ? Math.min(100, Math.floor((done * 100) / total)) : 0;
  const told = Math.floor(percent / TOLD_PERCENT) * TOLD_PERCENT;
  return (
    <Box background="neutral0" hasRadius borderColor="neutral200" padding={4}>
      <Flex justifyContent="space-between" gap={4} wrap="wrap">
        <Typography variant="delta" tag="p">
          {name}
        </Typography>
        <JobControls job={job} />
      </Flex>
      <Box paddingTop={3} paddingBottom={2}>
        <WorkBar part={percent / 100} label={name} />
      </Box>
      <Flex gap={4} wrap="wrap">
        <Typography textColor={job.state === 'failed' ? 'danger600' : 'neutral800'}>{state}</Typography>
        {total !== undefined && (
          <Typography textColor="neutral600">
            {formatMessage(
              { id: getTrad('jobs.counts') },
              { done: formatNumber(done), total: formatNumber(total), percent },
            )}
          </Typography>
        )}
        {speed && (
          <Typography textColor="neutral600">
            {formatMessage({ id: getTrad('jobs.rate') }, { rate: formatNumber(Math.round(speed.rate)) })}
          </Typography>
        )}
        {speed?.secondsLeft != null && <TimeLeft seconds={speed.secondsLeft} />}
      </Flex>
      {job.error && (
        <Typography textColor="danger600" tag="p">
          {job.error}
        </Typography>
      )}
      <VisuallyHidden>
        <span role="status">
          {formatMessage({ id: getTrad('jobs.announcement') }, { name, state, percent: told })}
        </span>
      </VisuallyHidden>
    </Box>
  );
}

function TimeLeft({ seconds }: { seconds: number }) {
  const { formatMessage } = useIntl();
  const minutes = Math.floor(seconds / 60);
  return (
    <Typography textColor="neutral600">
      {minutes > 0
        ? formatMessage({ id: getTrad('jobs.minutesLeft') }, { minutes })
        : formatMessage({ id: getTrad('jobs.secondsLeft') }, { seconds: Math.ceil(seconds) })}
    </Typography>
  );
}

function JobControls({ job }: { job: JobView }) {
  const { formatMessage } = useIntl();
  const { toggleNotification } = useNotification();
  const { formatAPIError } = useAPIErrorHandler();
  const [cancel, cancelling] = useCancelJobMutation();
  const [resume, resuming] = useResumeJobMutation();
  if (!job.mayControl) return null;

  const run = async (control: typeof cancel): Promise<void> => {
    const result = await control(job.id);
    if (!('error' in result) || !result.error) return;
    const message = formatAPIError(result.error as Parameters<typeof formatAPIError>[0]);
    toggleNotification({ type: 'danger', message });
  };
  if (isResumable(job))
    return (
      <Button variant="secondary" loading={resuming.isLoading} onClick={() => void run(resume)}>
        {formatMessage({ id: getTrad('jobs.resume') })}
      </Button>
    );
  if (hasEnded(job) || job.state === 'cancelling') return null;
  return (
    <Button variant="danger-light" loading={cancelling.isLoading} onClick={() => void run(cancel)}>
      {formatMessage({ id: getTrad('jobs.cancel') })}
    </Button>
  );
}

/** Tells of the end once, even where the job had ended before it was looked at. */
function useEnd(job: JobView | undefined, onEnd: ((job: JobView) => void) | undefined): void {
  const told = useRef<number | null>(null);
  useEffect(() => {
    if (!job) return;
    if (!hasEnded(job)) {
      told.current = null;
      return;
    }
    if (told.current === job.id) return;
    told.current = job.id;
    onEnd?.(job);
  }, [job, onEnd]);
}
