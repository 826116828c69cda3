import { Badge } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import type { JobViewState } from '../../../../core/admin/jobs';
import { getTrad } from '../../translations/get-trad';

const COLOURS = {
  queued: 'neutral',
  waiting: 'neutral',
  running: 'primary',
  cancelling: 'warning',
  done: 'success',
  failed: 'danger',
  cancelled: 'warning',
  interrupted: 'warning',
} as const satisfies Record<JobViewState, string>;

export function StateBadge({ state }: { state: JobViewState }) {
  const { formatMessage } = useIntl();
  const colour = COLOURS[state];
  return (
    <Badge backgroundColor={`${colour}100`} textColor={`${colour}700`} borderColor={`${colour}200`}>
      {formatMessage({ id: getTrad(`jobs.state.${state}`) })}
    </Badge>
  );
}
