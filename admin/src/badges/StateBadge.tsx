import { useIntl } from 'react-intl';
import type { JobViewState } from '../../../core/admin/jobs';
import { getTrad } from '../translations/get-trad';
import { ColourBadge, type BadgeColour } from './ColourBadge';

const COLOURS = {
  queued: 'neutral',
  waiting: 'neutral',
  running: 'primary',
  cancelling: 'warning',
  done: 'success',
  failed: 'danger',
  cancelled: 'warning',
  interrupted: 'warning',
} as const satisfies Record<JobViewState, BadgeColour>;

export function StateBadge({ state }: { state: JobViewState }) {
  const { formatMessage } = useIntl();
  return (
    <ColourBadge colour={COLOURS[state]}>{formatMessage({ id: getTrad(`jobs.state.${state}`) })}</ColourBadge>
  );
}
