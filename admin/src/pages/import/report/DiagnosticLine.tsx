import { Button, Flex, Typography, VisuallyHidden } from '@strapi/design-system';
import { Magic } from '@strapi/icons';
import { useIntl } from 'react-intl';
import type { Severity } from '../../../../../core/diagnostics';
import type { PlacedDiagnostic } from '../../../../../core/admin/import';
import { useDiagnosticTexts } from '../../../edit-view/diagnostic-texts';
import { getTrad } from '../../../translations/get-trad';
import { ColourBadge } from '../../../badges/ColourBadge';

const COLOURS = { error: 'danger', warning: 'warning', info: 'neutral' } as const;
const SEVERITY_TEXTS = {
  error: 'import.severity.error',
  warning: 'import.severity.warning',
  info: 'import.severity.info',
} as const satisfies Record<Severity, string>;

interface DiagnosticLineProps {
  diagnostic: PlacedDiagnostic;
  path: string;
  isBusy: boolean;
  /** Absent where nothing can be changed. */
  onFix?: () => void;
}

/** A problem: where it is, what it is, and the button that fixes it. */
export function DiagnosticLine({ diagnostic, path, isBusy, onFix }: DiagnosticLineProps) {
  const { formatMessage } = useIntl();
  const { messageOf, fixOf } = useDiagnosticTexts();
  const { severity, line, column } = diagnostic;
  const fix = fixOf(diagnostic);
  return (
    <Flex gap={3} alignItems="center" wrap="wrap">
      <ColourBadge colour={COLOURS[severity]}>
        {formatMessage({ id: getTrad(SEVERITY_TEXTS[severity]) })}
      </ColourBadge>
      <Typography variant="pi" textColor="neutral600">
        {`${path}:${line}:${column}`}
      </Typography>
      <Flex flex="1" minWidth="24rem">
        <Typography>{messageOf(diagnostic)}</Typography>
      </Flex>
      {fix !== null && onFix ? (
        <Button size="S" startIcon={<Magic />} loading={isBusy} onClick={onFix}>
          {fix}
          <VisuallyHidden>{` (${path}:${line})`}</VisuallyHidden>
        </Button>
      ) : null}
    </Flex>
  );
}
