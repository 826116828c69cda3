import { useIntl } from 'react-intl';
import type { Severity } from '../../../core/diagnostics';
import { getTrad } from '../translations/get-trad';
import { ColourBadge, type BadgeColour } from './ColourBadge';

const COLOURS = { error: 'danger', warning: 'warning', info: 'neutral' } as const satisfies Record<
  Severity,
  BadgeColour
>;

/** How bad a problem is, or how many there are that bad. */
export function SeverityBadge({ severity, count }: { severity: Severity; count?: number }) {
  const { formatMessage } = useIntl();
  return (
    <ColourBadge colour={COLOURS[severity]}>
      {count === undefined
        ? formatMessage({ id: getTrad(`editor.severity.${severity}`) })
        : formatMessage({ id: getTrad(`list.${severity}`) }, { count })}
    </ColourBadge>
  );
}
