import { Badge } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import type { ImportState } from '../../../../core/admin/import';
import { getTrad } from '../../translations/get-trad';
import { STATE_TEXTS } from './import-state';

const COLOURS = {
  queued: 'neutral',
  waiting: 'neutral',
  running: 'primary',
  cancelling: 'warning',
  done: 'success',
  failed: 'danger',
  cancelled: 'warning',
  interrupted: 'warning',
} as const satisfies Record<ImportState, string>;

export function StateBadge({ state }: { state: ImportState }) {
  const { formatMessage } = useIntl();
  const colour = COLOURS[state];
  return (
    <Badge backgroundColor={`${colour}100`} textColor={`${colour}700`} borderColor={`${colour}200`}>
      {formatMessage({ id: getTrad(STATE_TEXTS[state]) })}
    </Badge>
  );
}
