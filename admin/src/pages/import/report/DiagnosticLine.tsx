import { Button, Flex, Status, Typography, VisuallyHidden } from '@strapi/design-system';
import { Magic } from '@strapi/icons';
import { useIntl } from 'react-intl';
import { fixTitle, translateMessage, type Severity } from '../../../../../core/diagnostics';
import type { PlacedDiagnostic } from '../../../../../core/admin/import';
import { getTrad } from '../../../translations/get-trad';
import { messageLanguage } from './message-language';

const VARIANTS = { error: 'danger', warning: 'warning', info: 'neutral' } as const;
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
  const { formatMessage, locale } = useIntl();
  const language = messageLanguage(locale);
  const { severity, line, column, fix } = diagnostic;
  return (
    <Flex gap={3} alignItems="center" wrap="wrap">
      <Status variant={VARIANTS[severity]} size="S">
        <Typography variant="pi" fontWeight="bold">
          {formatMessage({ id: getTrad(SEVERITY_TEXTS[severity]) })}
        </Typography>
      </Status>
      <Typography variant="pi" textColor="neutral600">
        {`${path}:${line}:${column}`}
      </Typography>
      <Flex flex="1" minWidth="24rem">
        <Typography>{translateMessage(diagnostic, language)}</Typography>
      </Flex>
      {fix && onFix ? (
        <Button size="S" startIcon={<Magic />} loading={isBusy} onClick={onFix}>
          {fixTitle(fix, language)}
          <VisuallyHidden>{` (${path}:${line})`}</VisuallyHidden>
        </Button>
      ) : null}
    </Flex>
  );
}
