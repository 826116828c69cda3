import { Badge } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import type { Severity } from '../../../core/diagnostics';
import { getTrad } from '../translations/get-trad';

const COLOURS = { error: 'danger', warning: 'warning', info: 'secondary' } as const satisfies Record<
  Severity,
  string
>;

/** How bad a problem is, or how many there are that bad. */
export function SeverityBadge({ severity, count }: { severity: Severity; count?: number }) {
  const { formatMessage } = useIntl();
  const colour = COLOURS[severity];
  return (
    <Badge backgroundColor={`${colour}100`} textColor={`${colour}700`} borderColor={`${colour}200`}>
      {count === undefined
        ? formatMessage({ id: getTrad(`editor.severity.${severity}`) })
        : formatMessage({ id: getTrad(`list.${severity}`) }, { count })}
    </Badge>
  );
}
